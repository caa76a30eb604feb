import { join } from 'node:path'
import { expect, test } from 'vitest'
import { docstringExamples, faultsIn } from '../../../tooling/compile-examples.ts'

const imports = `
import { access, accessRequests, apiKeys, clients, resellers, sessions, webhookEndpoints } from '@clientele/contract'
import { createClient, type Clientele } from '@clientele/sdk'
import { setupServer } from 'msw/node'
import { beforeEach, expect } from 'vitest'
import * as mocks from './index.ts'
import {
  aClient, aClientAccess, aDirectSubscription, aLinkedRequest, aManagedAccess, anAccessExplanation, anAccessGrant,
  anAccessLevel, anAccessRequest, aNewWebhookEndpoint, anOrder, aPropagation, aSubscription, aSuggestion,
  aWebhookDelivery, aWebhookEndpoint, aWebhookMessage, aClientCheck, aClientDraft, aDuplicate, aFieldError, aMe, anApiKey, anEvent, aNewApiKey, anInput,
  anOrganizationClient, aPage, aProblem, aProductFamily, aQuickClient, aReseller, aSession, aSku, handlers, mock,
  mockError, mockFetch, refuse, resetFactories, scenarios, theSettings,
} from './index.ts'
`
const given = `
declare global {
  const clientele: Clientele
  const response: Response
  const server: ReturnType<typeof setupServer>
}
`

test('every factory, handler and mock has an example that compiles', () => {
  const folder = import.meta.dirname
  // what an example makes is not the server that others speak of
  const examples = docstringExamples(folder).map((code) => code.replace('const server = ', 'const made = '))
  expect(examples.length).toBeGreaterThan(20)
  expect(faultsIn(examples, { folder: join(folder), imports, given })).toEqual([])
})
