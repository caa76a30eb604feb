import { inspect } from 'node:util'
import type { ServerResponse } from 'node:http'
import { describe, expect, it } from 'vitest'
import { failureOf, secret, setUp } from './testing/call-setup.ts'
import { json, problem, startServer } from './testing/test-server.ts'

const once = { retries: 0 }
const withType = (type: string) => ({ 'content-type': type })

/** The error of a call that is answered like this. */
async function failureFor(answer: (response: ServerResponse) => void) {
  const server = await startServer(answer)
  return await failureOf(setUp(server).read(once))
}

describe('an answer that is none of this API', () => {
  it.each([
    ['truncated JSON', 200, 'application/json', '{"id":"acc_1","na', 'JSON that breaks off'],
    ['an empty body', 200, 'application/json', '', 'an empty body'],
    ['nothing at all', 200, '', '', 'with nothing where JSON has to be'],
    ['a page of HTML', 200, 'text/html', '<html>', 'with text/html where JSON has to be'],
    ['a gateway that speaks HTML', 502, 'text/html', '<html>', 'answered 502 with text/html'],
    ['JSON under another type', 200, 'text/plain', '{}', 'with text/plain where JSON has to be'],
    ['JSON that is no object', 200, 'application/json', 'null', 'JSON that is no object'],
    ['an error without a code', 500, 'application/json', '{"error":"x"}', 'without an error code'],
  ])('%s is a protocol error that says so', async (_, status, type, body, text) => {
    const error = await failureFor((response) => response.writeHead(status, type ? withType(type) : {}).end(body))
    expect(error).toMatchObject({ kind: 'protocol', status, attempts: 1 })
    expect(error.message).toContain(text)
  })

  it('keeps the SyntaxError as the cause', async () => {
    const error = await failureFor((response) => response.writeHead(200, withType('application/json')).end('{'))
    expect(error.cause).toBeInstanceOf(SyntaxError)
  })

  it('304 is a protocol error, for nothing was to be cached', async () => {
    const error = await failureFor((response) => response.writeHead(304).end())
    expect(error).toMatchObject({ kind: 'protocol', status: 304 })
    expect(error.message).toContain('not modified')
  })

  it('a body that is cut off in the middle is a network error', async () => {
    const error = await failureFor((response) => {
      response.writeHead(200, { ...withType('application/json'), 'content-length': '1000' })
      response.write('{"id":', () => response.socket?.resetAndDestroy())
    })
    expect(error).toMatchObject({ kind: 'network', retryable: true })
  })
})

it.each([301, 302, 307, 308])('does not follow a redirect (%i): the credentials would go along', async (status) => {
  const other = await startServer((response) => json(response, 200, {}))
  const error = await failureFor((response) => {
    response.writeHead(status, { location: `${other.baseUrl}/v1/clients/acc_1?token=x` }).end()
  })
  expect(error).toMatchObject({ kind: 'protocol', status, retryable: false })
  expect(error.message).toContain(`was redirected to ${other.baseUrl}, and not followed`)
  expect(other.requests).toHaveLength(0)
})

it('takes 204 as an answer without data', async () => {
  const server = await startServer((response) => response.writeHead(204).end())
  expect(await setUp(server).read()).toBeUndefined()
})

it('takes any media type that ends in +json', async () => {
  const server = await startServer((response) =>
    json(response, 200, { id: 'acc_1' }, withType('application/x+json; charset=utf-8')),
  )
  expect(await setUp(server).read()).toEqual({ id: 'acc_1' })
})

describe('a refusal', () => {
  it('says what happened, why, what to do, and what to ask the operator for', async () => {
    const fields = [
      { pointer: '/primaryEmail', code: 'email_invalid', detail: '' },
      { pointer: '/phone', code: 'phone_not_international', detail: '' },
    ]
    const more = { title: 'Some fields are not valid', detail: 'Two fields are not valid.', errors: fields }
    const error = await failureFor((response) => problem(response, 422, 'validation_failed', more))
    expect(error.message).toBe(
      'Clientele: GET /clients/{id} was refused (422 validation_failed): Some fields are not valid. ' +
        'Two fields are not valid. (/primaryEmail: email_invalid, /phone: phone_not_international) [request req_1, 1 attempt]',
    )
    expect(error).toMatchObject({ name: 'ApiError', requestId: 'req_1', errors: fields })
  })

  it('says once what the title and the detail both begin with', async () => {
    const title = 'The link is not valid'
    const error = await failureFor((response) =>
      problem(response, 404, 'link_invalid', { title, detail: `${title}, or not any more. Ask for a new one.` }),
    )
    expect(error.message).toContain('(404 link_invalid): The link is not valid, or not any more. Ask for a new one. [')
  })

  it('keeps a code that this version does not know', async () => {
    const error = await failureFor((response) => problem(response, 409, 'added_later', { data: { answer: 42 } }))
    expect(error).toMatchObject({ kind: 'api', code: 'added_later', data: { answer: 42 } })
  })

  it('takes the wait from its data where the header cannot be seen', async () => {
    const error = await failureFor((response) =>
      problem(response, 429, 'rate_limited', { data: { retryAfterMs: 1500 } }),
    )
    expect(error.retryAfterMs).toBe(1500)
  })
})

it.each([
  ['a refusal', (response: ServerResponse) => problem(response, 403, 'permission_denied')],
  ['a broken connection', (response: ServerResponse) => response.socket?.resetAndDestroy()],
  ['a page of HTML', (response: ServerResponse) => response.end('<html>')],
])('holds no secret anywhere in the error of %s', async (_, answer) => {
  const error = await failureFor((response) => {
    answer(response)
  })
  expect(inspect(error, { depth: 20, showHidden: true })).not.toContain(secret)
})

it.each([{ errors: {} }, { errors: [null] }, { data: null }, { title: null, detail: 7 }, { requestId: {} }])(
  'survives a problem that is not as it should be: %j',
  async (more) => {
    const error = await failureFor((response) => problem(response, 422, 'validation_failed', more))
    expect(error).toMatchObject({ kind: 'api', code: 'validation_failed', errors: [] })
  },
)
