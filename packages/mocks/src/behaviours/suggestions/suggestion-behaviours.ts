import type { AccountRef, FieldError, Suggestion } from '@clientele/contract'
import type { suggestionActions } from '@clientele/contract/schemas'
import { requireVersion, type Surroundings } from '../../answers/mock-call.ts'
import { notFound, refuseFields } from '../../answers/read-request.ts'
import { clientBehind, reachedClient } from '../accounts/client-behind.ts'
import { requireAllowed } from '../actions.ts'
import type { Behaviours } from '../behaviour-of.ts'
import { change, fresh, recordOf } from '../change.ts'
import { pageOf } from '../list-records.ts'
import { ownRecord } from '../own-record.ts'
import { placeOrder, requireOrderable } from '../orders/place-order.ts'
import { become, record } from './become.ts'
import { suggestionActionsOn, suggestionView } from './suggestion-view.ts'

type About = Surroundings & { params: { id: string } }

/** Rows of `suggestions` with rules of their own: a reseller suggests, the client buys (R8, R9). */
export const suggestionBehaviours: Behaviours<'suggestions'> = {
  create(call) {
    const { input, store } = call
    const client = reachedClient(call, input.clientId)
    const reseller = suggestingReseller(call, input.resellerId)
    const isOver = input.expiresAt !== undefined && Date.parse(input.expiresAt) <= call.now.getTime()
    refuseFields([
      ...(reseller ? [] : [choice('/resellerId', 'A reseller suggests in its own name.')]),
      ...(isOver ? [choice('/expiresAt', 'The suggestion would be over before it is sent.')] : []),
      ...twice(input.items),
    ])
    if (!reseller) throw notFound()
    requireOrderable(call, client, input.items)
    const skus = store.records('productFamilies').flatMap((family) => family.skus)
    const suggestion: Suggestion = {
      id: store.newId('sug'),
      client: { id: client.id, name: client.name },
      reseller,
      items: input.items.map(({ sku, quantity = 1, note = null }) => {
        const name = skus.find(({ key }) => key === sku)?.name ?? sku
        return { sku, name, quantity, note, orderId: null }
      }),
      message: input.message ?? null,
      status: input.send === false ? 'draft' : 'sent',
      reason: null,
      expiresAt: input.expiresAt ?? null,
      ...fresh(call),
    }
    store.timed.add(suggestion)
    store.records('suggestions').push(suggestion)
    if (suggestion.status === 'sent') record(call, suggestion, null)
    return suggestionView(suggestion, call)
  },

  list: (call) =>
    pageOf(
      call,
      call.store.records('suggestions').filter((one) => isSeen(call, one)),
    ),

  get(call) {
    const suggestion = ownRecord(call, 'suggestions', call.params.id)
    if (!isSeen(call, suggestion)) throw notFound()
    const isRead = suggestion.status === 'sent' && call.store.me.account.kind === 'client'
    return suggestionView(isRead ? become(call, suggestion, { status: 'viewed' }) : suggestion, call)
  },

  send(call) {
    const suggestion = toChange(call, 'send')
    const { id, name } = recordOf(call, 'clients', clientBehind(call, suggestion.client.id))
    requireOrderable(call, recordOf(call, 'clients', id), suggestion.items)
    change(call, suggestion, { status: 'sent', client: { id, name } })
    record(call, suggestion, null)
    return suggestionView(suggestion, call)
  },

  withdraw: (call) => suggestionView(become(call, toChange(call, 'withdraw'), { status: 'withdrawn' }), call),

  answer(call) {
    const suggestion = toChange(call, 'answer')
    const { buy, reason = null } = call.input
    const detail = 'This product was not suggested.'
    refuseFields(
      buy.flatMap((sku, index): FieldError[] =>
        suggestion.items.some((item) => item.sku === sku) ? [] : [choice(`/buy/${index}`, detail)],
      ),
    )
    const bought = suggestion.items.filter(({ sku }) => buy.includes(sku))
    const isAll = bought.length === suggestion.items.length
    const orderId = bought.length === 0 ? null : buyItems(call, suggestion, bought)
    return suggestionView(
      become(call, suggestion, {
        status: orderId === null ? 'declined' : isAll ? 'bought' : 'partly_bought',
        items: suggestion.items.map((item) => (buy.includes(item.sku) ? { ...item, orderId } : item)),
        reason,
      }),
      call,
    )
  },
}

/** A draft is its writer's own. */
function isSeen({ store }: Surroundings, { status }: Suggestion): boolean {
  return status !== 'draft' || store.me.account.kind !== 'client'
}

function buyItems(call: About, { id, client, reseller }: Suggestion, items: Suggestion['items']): string {
  const buyer = recordOf(call, 'clients', client.id)
  const order = { client: buyer, items, reseller, chargedTo: 'client', grantId: null, suggestionId: id } as const
  return placeOrder(call, order).id
}

function toChange(call: About, action: (typeof suggestionActions)[number]): Suggestion {
  const suggestion = ownRecord(call, 'suggestions', call.params.id)
  requireVersion(call, suggestion.etag)
  requireAllowed(suggestionActionsOn(suggestion, call)[action], `${action} of suggestion ${suggestion.id}`)
  return suggestion
}

/** The caller, or whom the platform names. */
function suggestingReseller({ store }: Surroundings, named?: string): AccountRef | undefined {
  const { id, name, kind } = store.me.account
  if (named === undefined || named === id) return kind === 'reseller' ? { id, name } : undefined
  const reseller = kind === 'platform' || !store.isNamed ? store.find('resellers', named) : undefined
  return reseller && { id: named, name: reseller.displayName }
}

function choice(pointer: string, detail: string): FieldError {
  return { pointer, code: 'invalid_choice', detail }
}

function twice(items: readonly { sku: string }[]): FieldError[] {
  return items.flatMap(({ sku }, index): FieldError[] =>
    items.findIndex((other) => other.sku === sku) === index
      ? []
      : [choice(`/items/${index}/sku`, 'It stands in the suggestion already.')],
  )
}
