import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { carriedOut, granted, parties } from '../testing/granting.ts'
import { renderKit } from '../testing/render-kit.tsx'
import { startServer } from '../testing/start-server.ts'
import { PropagationBadge } from './propagation-badge.tsx'

const server = startServer()
const root = () => document.querySelector('[data-clientele=propagation-badge]')

test('R165 R211: on its way until it was seen, with both values and how long it may take; then in effect', async () => {
  const all = await parties(server)
  await granted(server, all)
  const badge = <PropagationBadge clientId={all.client.id} resellerId={all.reseller.accountId} />
  const view = renderKit(all.admin, badge)
  await screen.findByText('Chosen: on. In effect now: off.', { exact: false })
  expect(screen.getByRole('status').textContent).toBe('On its way. Chosen: on. In effect now: off.')
  expect(root()?.textContent).toContain('It can take up to 24 hours.')
  view.unmount()
  await carriedOut(all)
  renderKit(all.admin, badge)
  await screen.findByText('Chosen: on. In effect now: on.', { exact: false })
  expect(root()?.getAttribute('data-state')).toBe('in_sync')
})

test('all words of its states stand in it, so that nothing moves when one follows another; one is read', async () => {
  const all = await parties(server)
  renderKit(all.admin, <PropagationBadge clientId={all.client.id} resellerId={all.reseller.accountId} />)
  await screen.findByText('Never changed.')
  const words = [...document.querySelectorAll('[data-part=stacked]')]
  expect(words.map((word) => word.textContent)).toEqual(['In effect', 'On its way', 'Overdue'])
  expect(words.filter((word) => word.hasAttribute('data-shown'))).toHaveLength(1)
  expect(words[0]?.closest('[aria-hidden]')).not.toBeNull()
})

test('a stranger learns nothing, and a failure says its request id', async () => {
  const all = await parties(server)
  const stranger = await server.visitor()
  const badge = <PropagationBadge clientId={all.client.id} resellerId={all.reseller.accountId} />
  const view = renderKit(stranger, badge)
  expect(root()?.getAttribute('data-state')).toBe('loading')
  await screen.findByText('This does not exist, or it is not yours.')
  view.unmount()
  all.admin.refuse(`GET /clients/${all.client.id}/access/${all.reseller.accountId}`, 403, 'account_suspended')
  renderKit(all.admin, badge)
  await screen.findByText('You cannot see this')
})
