import { isApiError, type Clientele } from '@clientele/sdk'
import { Hono } from 'hono'
import { clientCard } from './client-desk.ts'
import { fieldOf } from './read-field.ts'
import type { Vault } from './vault.ts'

/**
 * Somebody came by a link and has no account yet: now they have one, and are signed in to it (R31). A real host would
 * have them prove their mailbox first.
 */
export function signUpRoute(platform: () => Clientele, vault: Vault): Hono {
  const app = new Hono()

  app.post('/', async (c) => {
    const text = async (name: string) => {
      const value = await fieldOf(c.req, name)
      return typeof value === 'string' ? value : ''
    }
    const person = { firstName: await text('firstName'), lastName: await text('lastName') }
    try {
      const client = await platform().clients.create({ form: 'quick', person, primaryEmail: await text('email') })
      vault.content.desks.push(client.id)
      await vault.save()
      return c.json(clientCard(client), 201)
    } catch (error) {
      if (!isApiError(error, 'validation_failed')) throw error
      return c.json({ error: 'invalid' }, 422)
    }
  })

  return app
}
