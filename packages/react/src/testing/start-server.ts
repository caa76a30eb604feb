import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { ErrorCode, PublishLevel, Role } from '@clientele/contract'
import { createClient, type Clientele } from '@clientele/sdk'
import { configure } from '@testing-library/react'
import { afterAll, beforeAll } from 'vitest'
import type { Answered, Question } from './messages.ts'

// a real server answers, on a machine that may be busy
configure({ asyncUtilTimeout: 10_000 })

/** A person in front of a widget, of a reseller of their own. */
export interface Visitor {
  client: Clientele
  accountId: string
  /** The requests that were sent, as `GET /clients`. */
  requests: SentRequest[]
  /** Stands between the kit and the server: to lose an answer, to hold one back. */
  intercept: ((request: SentRequest, send: () => Promise<Response>) => Promise<Response>) | undefined
  /** Lets requests of one name be refused, as a server in trouble would. */
  refuse(name: string, status: number, code: ErrorCode): void
}

export interface SentRequest {
  /** `GET /clients` */
  name: string
  search: string
  headers: Headers
  body: string | null
}

export interface VisitorOptions {
  /** @default 'reseller_owner' */
  role?: Role
  /** Whose they are; `platform` is the platform's. @default a new reseller with no clients */
  accountId?: string
  name?: string
  /** They came by a link in a mail: what follows its `#`. */
  link?: string
  /** `false` for a person that has nothing but the link. @default true */
  isSignedIn?: boolean
  /** The clients that the host says they administer (R32). */
  administers?: string[]
}

/** Starts the real server for the tests of a file, and stops it afterwards. */
export function startServer() {
  let worker: Worker
  let lastId = 0
  let fault: Error | undefined
  const waiting = new Map<number, { resolve: (answered: Answered) => void; reject: (error: Error) => void }>()

  const ask = (question: Question): Promise<Answered> => {
    const id = ++lastId
    return new Promise((resolve, reject) => {
      if (fault) return reject(fault)
      waiting.set(id, { resolve, reject })
      worker.postMessage({ ...question, id }, [])
    })
  }

  beforeAll(async () => {
    worker = new Worker(join(import.meta.dirname, 'server-thread.ts'))
    worker.on('message', (answered: Answered) => {
      waiting.get(answered.id)?.resolve(answered)
      waiting.delete(answered.id)
    })
    worker.on('error', (error) => {
      fault = error instanceof Error ? error : new Error('The server thread ended.')
      for (const { reject } of waiting.values()) reject(fault)
    })
    await ask({ kind: 'ready' })
  })
  afterAll(async () => {
    await ask({ kind: 'close' }).catch(() => undefined)
    await worker.terminate()
  })

  const send = async (request: SentRequest & { url: string; method: string }): Promise<Response> => {
    const headers: [string, string][] = [...request.headers, ['origin', location.origin]] // as a browser would
    const { url, method, body } = request
    const answered = await ask({ kind: 'request', url, method, headers, body })
    return new Response(answered.body ?? null, { status: answered.status ?? 500, headers: answered.headers ?? [] })
  }

  return {
    async visitor(options: VisitorOptions = {}): Promise<Visitor> {
      const { role = 'reseller_owner', accountId, name, link, isSignedIn = true, administers } = options
      const made: Partial<Answered> = isSignedIn
        ? await ask({ kind: 'visitor', role, origin: location.origin, accountId, name, administers })
        : {}
      const visitor: Visitor = {
        accountId: made.accountId ?? '',
        requests: [],
        intercept: undefined,
        refuse(name, status, code) {
          visitor.intercept = (request, go) => (request.name === name ? Promise.resolve(refusal(status, code)) : go())
        },
        client: createClient({
          baseUrl: 'http://clientele.test',
          ...(isSignedIn && { token: made.token ?? '' }),
          ...(link === undefined ? {} : { link }),
          retries: 0,
          fetch: async (request) => {
            const { method, url, headers } = request
            const body = method === 'GET' ? null : await request.text()
            const { pathname, search } = new URL(url)
            const sent = { name: `${method} ${pathname.replace('/v1', '')}`, search, headers, body }
            visitor.requests.push(sent)
            const go = () => send({ ...sent, url, method })
            return await (visitor.intercept?.(sent, go) ?? go())
          },
        }),
      }
      return visitor
    },
    /** The token in the newest mail of a kind to a mailbox. */
    mailedLink: async (to: string, template = 'access_request'): Promise<string> =>
      (await ask({ kind: 'mailed', to, template })).token ?? '',
    /** Does what is due: sends mails, tries what is on its way. */
    runDue: () => ask({ kind: 'due' }),
    /** Publishes a level, or a new version of one. All tests of the file have it. */
    publishLevel: (key: string, level: PublishLevel) => ask({ kind: 'level', key, level }),
    companyRequired: (companyRequired: boolean) => ask({ kind: 'settings', companyRequired }),
  }
}

function refusal(status: number, code: ErrorCode): Response {
  const requestId = 'req_refused'
  const problem = { type: 'about:blank', title: code, status, code, detail: code, requestId, retryable: status >= 500 }
  const headers = { 'content-type': 'application/problem+json', 'x-request-id': requestId }
  return new Response(JSON.stringify(problem), { status, headers })
}
