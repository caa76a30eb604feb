import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { ClientTable } from '../client-table/client-table.tsx'
import { carriedOut, granted, parties } from '../testing/granting.ts'
import { renderKit } from '../testing/render-kit.tsx'
import { startServer } from '../testing/start-server.ts'

const server = startServer()

test('where there is access, more is asked for, and what there is now is marked', async () => {
  const all = await parties(server)
  await granted(server, all)
  await carriedOut(all)
  const other = await all.reseller.client.clients.create({
    form: 'quick',
    person: { firstName: 'Ada', lastName: 'Byron' },
  })
  const { user } = renderKit(all.reseller, <ClientTable withAccess />)
  await screen.findByRole('button', { name: `Request access: ${other.name}` })
  await user.click(screen.getByRole('button', { name: 'Request more access: Martha Muster' }))
  const manage = await screen.findByRole('radio', { name: 'Manage' })
  await screen.findByText('What you have now')
  const facts = document.getElementById(manage.getAttribute('aria-describedby') ?? '')
  expect(facts?.textContent).toContain('What you have now')
  const purchase = screen.getByRole('radio', { name: 'Manage and purchase' })
  expect(document.getElementById(purchase.getAttribute('aria-describedby') ?? '')?.textContent).not.toContain('now')
})
