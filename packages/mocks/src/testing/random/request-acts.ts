import type { CreateAccessRequest } from '@clientele/contract'
import { tokenIn } from '../walks/asking.ts'
import { as, clients, recent, type Idea } from './idea.ts'

const levels = [
  'connection_only',
  'manage',
  'manage_and_purchase',
  'console_standard',
  'console_full',
  'nosuch',
  'manage@1',
]
const durations = [undefined, undefined, 'P3D', 'P20D', 'P60D', null, 'PT1H'] as const

/** A reseller asks, or keeps a draft. */
export const asks: Idea = (chance) => {
  const [by, about, number] = [
    chance.of(['reseller', 'second', 'second', 'support'] as const),
    chance.of(clients),
    chance.below(1e6),
  ]
  const [duration, autoExtend] = [chance.of(durations), chance.is(20) ? chance.of(['P5D', 'P1Y', 'PT1H']) : undefined]
  const more: Partial<CreateAccessRequest> = {
    ...(duration !== undefined && { duration }),
    ...(autoExtend !== undefined && { autoExtend }),
    ...(chance.is(15) && { send: false }),
    ...(chance.is(15) && { languageCode: chance.of(['de', 'fr-CH', 'ru']) }),
  }
  const scoped = chance.is(20) ? chance.below(8) : undefined
  const replaced = chance.is(25) ? chance.below(8) : undefined
  const asked = {
    level: chance.of(levels),
    recipientEmail: `${chance.of([about, about, 'shared'])}+${number}@mail.example.org`,
    message: 'Hello {client_first_name}.',
  }
  return {
    name: `${by} asks ${about} for ${asked.level} ${JSON.stringify(more)} ${asked.recipientEmail} ${scoped} ${replaced}`,
    async run(world, made) {
      const scope = made.subscriptions[scoped ?? -1]
      const supersede = made.requests.at(-1 - (replaced ?? 1e6))?.id
      const input = {
        clientId: world.ids[about],
        ...asked,
        ...more,
        ...(scope && { scope: { kind: 'subscriptions' as const, ids: [scope] } }),
        ...(supersede && { supersede }),
      }
      const { id, level, recipientEmail, copyableLink } = await world[by].accessRequests.create(input)
      const mailed = more.send === false ? '' : await world.mailed({ id, recipientEmail })
      made.requests.push({ id, level, recipientEmail, copied: tokenIn(copyableLink), mailed })
      return undefined
    },
  }
}

/** Somebody does something with a request by its id. */
export const onRequest: Idea = (chance, { requests }) => {
  if (requests.length === 0) return undefined
  const [place, by] = [
    recent(chance, requests),
    chance.of(['reseller', 'second', 'reseller', 'second', 'platform', 'ada', 'support'] as const),
  ]
  const action = chance.of(['send', 'resend', 'resend', 'cancel', 'remind', 'reportDelivery', 'get'] as const)
  const [state, isMoved] = [
    chance.of(['delivered', 'opened', 'bounced', 'complained', 'deliverable'] as const),
    chance.is(20),
  ]
  const number = chance.below(1e6)
  return {
    name: `${by} ${action} request ${place} ${state} ${isMoved}`,
    async run(world, made) {
      const request = made.requests[place]
      if (!request) return undefined
      const api = as(world, by).accessRequests
      if (action === 'reportDelivery') return api.reportDelivery(request.id, { state })
      if (action !== 'resend' && action !== 'send') return api[action](request.id)
      const input = isMoved ? { recipientEmail: `new+${number}@mail.example.org` } : {}
      const sent = action === 'send' ? await api.send(request.id) : await api.resend(request.id, input)
      request.recipientEmail = sent.recipientEmail
      request.copied = tokenIn(sent.copyableLink)
      request.mailed = await world.mailed(sent)
      return undefined
    },
  }
}

/** Somebody answers by a link. */
export const byLink: Idea = (chance, { requests }) => {
  if (requests.length === 0) return undefined
  const place = recent(chance, requests)
  const action = chance.of(['accept', 'accept', 'accept', 'accept', 'decline', 'askAgain', 'current'] as const)
  const [who, isCopied, choice] = [
    chance.of([undefined, 'ada', 'ben', 'ada', undefined] as const),
    chance.is(15),
    chance.of([undefined, undefined, undefined, 'ada', 'ben'] as const),
  ]
  const isWrong = chance.is(5)
  return {
    name: `${who ?? 'nobody'} ${action} by the ${isCopied ? 'copied' : 'mailed'} link of request ${place} for ${choice}`,
    async run(world, made) {
      const request = made.requests[place]
      if (!request || (isCopied ? request.copied : request.mailed) === '') return undefined
      const api = world.holder(isCopied ? request.copied : request.mailed, who).accessRequests
      if (action === 'current') return api.current()
      if (action === 'askAgain') return api.askAgain()
      if (action === 'decline') return api.decline({})
      const level = isWrong ? 'manage@9' : request.level
      const { grantId, manageLink } = await api.accept({ level, ...(choice && { accountId: world.ids[choice] }) })
      made.grants.push({ id: grantId, level: request.level, link: tokenIn(manageLink) })
      return undefined
    },
  }
}
