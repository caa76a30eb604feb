import { accounts } from '../example-accounts.ts'
import type { ExamplesOf } from '../row-examples.ts'
import type { sessions } from './sessions.routes.ts'

/** Examples of the rows of `sessions`. */
export const { create }: ExamplesOf<typeof sessions> = {
  create: {
    input: {
      accountId: accounts.reseller.id,
      viewer: { id: 'staff-17', name: 'Lena Brandt', email: 'lena@hafenhost.example.org' },
      role: 'reseller_manager',
      origins: ['https://panel.hafenhost.example.org'],
      expiresIn: 900,
    },
    output: {
      token: 'eyJhbGciOiJFUzI1NiJ9.an-example.of-a-token',
      expiresAt: '2025-03-02T10:35:00.000Z',
    },
  },
}
