import { setTimeout as wait } from 'node:timers/promises'
import type { WebhookMessage } from '@clientele/contract'
import type { Working } from '../jobs/due-work.ts'
import { claimDeliveries, type Claimed } from './claim-deliveries.ts'
import { collectDeliveries } from './collect-deliveries.ts'
import { recordAnswer } from './record-answer.ts'
import type { WebhookAnswer } from './send-webhook.ts'
import { signedHeaders } from './webhook-secrets.ts'

const mostAtATime = 64
/** After so many a run ends, and the next begins: a server that stops has not to wait for all that there is. */
const mostInARun = 256
/** How long what is new waits while receivers take their time. */
const lookAgainAfter = 1000

/** Collects what happened and sends what is due. No transaction is open while a receiver is waited for. */
export async function sendDeliveries(by: Working): Promise<number> {
  const underWay = new Set<Promise<void>>()
  const failures: unknown[] = []
  let done = 0
  do {
    if (done < mostInARun && failures.length === 0) {
      done += await collectDeliveries(by)
      const free = mostAtATime - underWay.size
      const claimed =
        free === 0 ? [] : await by.transact({ reach: 'system' }, (tx) => claimDeliveries(tx, by.clock.now(), free))
      done += claimed.length
      for (const one of claimed) {
        const sending = send(by, one)
          .catch((error: unknown) => void failures.push(error))
          .finally(() => underWay.delete(sending))
        underWay.add(sending)
      }
    }
    await oneOf(underWay)
  } while (underWay.size > 0)
  if (failures.length > 0) throw failures[0]
  return done
}

async function send(by: Working, delivery: Claimed): Promise<void> {
  const answer = delivery.event ? await post(by, delivery, delivery.event) : unreadable
  await by.transact({ reach: 'system' }, (tx) => recordAnswer(tx, delivery, answer, by.clock.now()))
}

function post(by: Working, delivery: Claimed, data: WebhookMessage['data']): Promise<WebhookAnswer> {
  const message: WebhookMessage = { type: data.type, timestamp: data.occurredAt, data }
  const body = JSON.stringify(message)
  const signed = signedHeaders({ id: delivery.id, body, now: by.clock.now() }, delivery.secrets, by.masterKey)
  const headers = { 'content-type': 'application/json', 'user-agent': 'Clientele-Webhooks/1', ...signed }
  return by.webhooks.send(delivery.url, headers, body)
}

/** Told to nobody: the account may not read it any more. */
const unreadable: WebhookAnswer = {
  status: null,
  detail: 'The account may not read this event any more.',
  isFinal: true,
}

/** Waits until one of them is done, or for a second. */
async function oneOf(tasks: ReadonlySet<Promise<void>>): Promise<void> {
  if (tasks.size === 0) return
  const enough = new AbortController()
  const aSecond = wait(lookAgainAfter, undefined, { signal: enough.signal }).catch(() => {})
  await Promise.race([...tasks, aSecond])
  enough.abort()
}
