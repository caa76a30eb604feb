import { screen, waitFor } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { carriedOut, granted, parties } from '../testing/granting.ts'
import { renderKit } from '../testing/render-kit.tsx'
import { startServer } from '../testing/start-server.ts'
import { accessSteps } from '@clientele/contract/schemas'
import { whyButtonStrings as strings } from './why-button.strings.ts'
import { WhyButton } from './why-button.tsx'

const server = startServer()
const steps = () =>
  [...document.querySelectorAll('[data-part=step]')].map((step) => [
    step.querySelector('[data-part=step-name]')?.textContent,
    step.getAttribute('data-state'),
  ])

test('N2: asks only when it is opened, and shows the steps up to the first that blocks', async () => {
  const all = await parties(server)
  const onOpened = vi.fn<() => void>()
  const { user } = renderKit(
    all.reseller,
    <WhyButton clientId={all.client.id} capability="products.manage" onOpened={onOpened} />,
  )
  expect(all.reseller.requests.some(({ name }) => name.endsWith('/explain'))).toBe(false)
  await user.click(screen.getByRole('button', { name: 'Why?' }))
  await screen.findByText(strings.access_switch_off)
  expect(steps()).toEqual([
    [`Yes: ${strings.step_link}`, 'passed'],
    [`No: ${strings.step_switch}`, 'blocked'],
  ])
  screen.getByText('Only the client can change that. Ask the client to do it.')
  expect(onOpened).toHaveBeenCalledOnce()
})

test('to the client it says what the client can do', async () => {
  const all = await parties(server)
  const resellerId = all.reseller.accountId
  const { user } = renderKit(
    all.admin,
    <WhyButton clientId={all.client.id} resellerId={resellerId} capability="products.manage" />,
  )
  await user.click(screen.getByRole('button', { name: 'Why?' }))
  const advice = 'You can change that. Go to the page with all resellers, and switch the access on.'
  expect(await screen.findByText(advice)).toBeTruthy()
})

test('asks anew each time: what was blocked may be possible by now', async () => {
  const all = await parties(server)
  await granted(server, all)
  const { user } = renderKit(all.reseller, <WhyButton clientId={all.client.id} capability="products.manage" />)
  const button = screen.getByRole('button', { name: 'Why?' })
  await user.click(button)
  await screen.findByText(/^It has been allowed and is not in effect yet\. Expected by /)
  screen.getByText(/takes effect by itself/)
  await user.click(button)
  await carriedOut(all)
  await user.click(button)
  expect(await screen.findByText(strings.titleAllowed)).toBeTruthy()
})

test('what no level allows, nobody can change', async () => {
  const all = await parties(server)
  await granted(server, all)
  await carriedOut(all)
  const { user } = renderKit(all.reseller, <WhyButton clientId={all.client.id} capability="payment_methods.read" />)
  await user.click(screen.getByRole('button', { name: 'Why?' }))
  expect(await screen.findByText(strings.capability_never_delegable)).toBeTruthy()
  screen.getByText(`${strings.who_nobody} Only the client can do this, personally.`)
})

test('says that the reason could not be found out, and tries again', async () => {
  const all = await parties(server)
  all.reseller.refuse('POST /access/explain', 503, 'maintenance')
  const { user } = renderKit(all.reseller, <WhyButton clientId={all.client.id} capability="products.manage" />)
  await user.click(screen.getByRole('button', { name: 'Why?' }))
  expect((await screen.findByRole('alert')).textContent).toContain('req_refused')
  all.reseller.intercept = undefined
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  await waitFor(() => expect(steps()).toHaveLength(2))
})

test('every step has its words', () => {
  for (const step of accessSteps) expect(strings).toHaveProperty(`step_${step}`)
})
