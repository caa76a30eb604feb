import { clients, type Item, type Output, type Resources } from '@clientele/contract'
import { expectTypeOf } from 'vitest'
import {
  call,
  createClient,
  isApiError,
  isClienteleError,
  type Call,
  type CallOptions,
  type Clientele,
  type Page,
  type PagedCall,
} from './index.ts'
import { verifyWebhook } from './webhooks.ts'

declare const client: Clientele
declare const error: unknown

type IsAny<T> = 0 extends 1 & T ? true : false
/** Where a row's function takes or gives `any`, its name; else nothing. */
type AnyIn<F> = F extends (...args: infer A) => PromiseLike<infer R>
  ? true extends IsAny<R> | IsAny<A[number]> | { [K in keyof R]: IsAny<R[K]> }[keyof R]
    ? 'any'
    : never
  : 'no function'

export const anywhere = (): void => {
  expectTypeOf<
    {
      [R in keyof Resources]: { [N in keyof Clientele[R]]: AnyIn<Clientele[R][N]> }[keyof Clientele[R]]
    }[keyof Resources]
  >().toBeNever()
  expectTypeOf<keyof Clientele>().toEqualTypeOf<keyof Resources | 'transport'>()
  expectTypeOf<keyof Clientele['clients']>().toEqualTypeOf<keyof Resources['clients']>()
}

export const args = (): void => {
  expectTypeOf(client.clients.get).parameters.toEqualTypeOf<[id: string, options?: CallOptions]>()
  expectTypeOf(client.me.get).parameters.toEqualTypeOf<[options?: CallOptions]>()
  expectTypeOf(client.apiKeys.revoke).parameters.toEqualTypeOf<[id: string, options?: CallOptions]>()
  expectTypeOf(client.clients.list).parameter(1).toEqualTypeOf<CallOptions | undefined>()
  expectTypeOf(client.clients.update).parameter(0).toBeString()
  expectTypeOf(client.clients.update).parameter(2).toEqualTypeOf<CallOptions | undefined>()

  // @ts-expect-error an id is needed
  void client.clients.get()
  // @ts-expect-error a filter that is none
  void client.clients.list({ nane: 'x' })
  // @ts-expect-error a value that is not among the filter's
  void client.clients.list({ status: ['actve'] })
  // @ts-expect-error an input is needed
  void client.clients.create()
  // @ts-expect-error a quick client has a person
  void client.clients.create({ form: 'quick' })
  // @ts-expect-error options that are none
  void client.clients.get('acc_1', { abort: true })
}

export const answers = async (): Promise<void> => {
  expectTypeOf(client.clients.get('acc_1')).toEqualTypeOf<Call<Output<(typeof clients)['get']>>>()
  expectTypeOf(client.clients.list()).toEqualTypeOf<PagedCall<Item<(typeof clients)['list']>>>()
  expectTypeOf(call(client.transport, clients.list, { limit: 10 })).toEqualTypeOf(client.clients.list())
  expectTypeOf(await client.clients.list()).toEqualTypeOf<Page<Item<(typeof clients)['list']>>>()
  expectTypeOf<Output<(typeof clients)['list']>>().toExtend<Page<Item<(typeof clients)['list']>>>()
  expectTypeOf(await client.clients.list().toArray({ limit: 1 })).toEqualTypeOf<Item<(typeof clients)['list']>[]>()
  for await (const one of client.clients.list()) expectTypeOf(one.name).toBeString()
  const { data, response } = await client.clients.get('acc_1').withResponse()
  expectTypeOf(data.name).toBeString()
  expectTypeOf(response.status).toBeNumber()
  expectTypeOf((await verifyWebhook('', {}, '')).payload).toBeUnknown()
}

export const errors = (): void => {
  if (isApiError(error, 'domain_taken_own')) {
    expectTypeOf(error.code).toEqualTypeOf<'domain_taken_own'>()
    expectTypeOf(error.data).toEqualTypeOf<{ domain: string; clientId: string }>()
  } else if (isApiError(error)) {
    expectTypeOf(error.status).toBeNumber()
    expectTypeOf<'a_code_of_a_newer_server'>().toExtend<typeof error.code>()
  } else if (isClienteleError(error)) {
    expectTypeOf(error.kind).toBeString()
  }
  // @ts-expect-error a code that is none
  isApiError(error, 'domain_taken')
}

export const options = (): void => {
  createClient({ baseUrl: '', token: () => 'x' })
  createClient({ baseUrl: '', token: async () => ({ token: 'x', expiresAt: '2026-01-01T00:00:00Z' }) })
  createClient({ baseUrl: '', token: () => client.sessions.create({} as never) })
  // @ts-expect-error an address is needed
  createClient({ apiKey: 'x' })
}
