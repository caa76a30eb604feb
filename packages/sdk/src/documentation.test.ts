import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { docstringExamples, faultsIn } from '../../../tooling/compile-examples.ts'

const folder = fileURLToPath(new URL('.', import.meta.url))

/** What an example leaves to its reader to import. */
const imports = `
import { call, clientOver, createClient, createTransport, isApiError, type Clientele, type Token } from './index.ts'
import { verifyReceipt } from './receipts.ts'
import { sessionRoute, type SignedIn } from './session-route.ts'
import { verifyWebhook } from './webhooks.ts'
import { clients, type CreateClient } from '@clientele/contract'
`

/** What examples speak of without making it. */
const given = `
declare global {
  const client: Clientele
  const added: { id: string; etag: string }
  const input: CreateClient
  const signal: AbortSignal
  const request: Request
  const getToken: () => Promise<Token>
  const staffOf: (request: Request) => Promise<SignedIn | undefined>
}
`

function readmeSnippets(): string[] {
  const text = readFileSync(`${folder}../README.md`, 'utf8')
  return [...text.matchAll(/```ts\n(.*?)```/gs)].map(([, code = '']) => code)
}

it('has examples that compile, in the README and in docstrings', () => {
  const examples = [...readmeSnippets(), ...docstringExamples(folder)]
  expect(examples.length).toBeGreaterThan(10)
  expect(faultsIn(examples, { folder, imports, given })).toEqual([])
})
