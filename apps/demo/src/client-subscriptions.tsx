import type { Subscription } from '@clientele/contract'
import { useClientele } from '@clientele/react'
import { useAccessFailureWords, WhyButton } from '@clientele/react/access'
import { useState } from 'react'
import { OrderForClient } from './order-for-client.tsx'
import { useSubscriptions } from './use-subscriptions.ts'
import type { HostWords } from './words.ts'

/**
 * The host's own page about the subscriptions of a client. Whatever is clicked is tried: where the client has not allowed
 * it, Clientele says so, and why.
 */
export function ClientSubscriptions({ words, clientId }: { words: HostWords; clientId: string }) {
  const { subscriptions, reload } = useSubscriptions(clientId)
  if (subscriptions === undefined) return null
  return (
    <section className="card record products" aria-labelledby="products">
      <h2 id="products">{words.products}</h2>
      {subscriptions.length === 0 ? <p className="muted">{words.noProducts}</p> : null}
      <ul>
        {subscriptions.map((subscription) => (
          <SubscriptionRow key={subscription.id} {...{ words, subscription, reload }} />
        ))}
      </ul>
      <OrderForClient {...{ words, clientId, reload }} />
    </section>
  )
}

interface RowProps {
  words: HostWords
  subscription: Subscription
  reload: () => Promise<void>
}

type Outcome = { kind: 'done'; text: string } | { kind: 'refused'; text: string; capability: string }

function SubscriptionRow({ words, subscription, reload }: RowProps) {
  const { client } = useClientele()
  const failureWords = useAccessFailureWords()
  const [outcome, setOutcome] = useState<Outcome>()
  const { id, name, soldBy, clientId, status } = subscription
  const seats = subscription.seats ?? 1

  const setSeats = async (next: number) => {
    setOutcome(undefined)
    try {
      await client.subscriptions.setSeats(id, { seats: next })
      setOutcome({ kind: 'done', text: words.seatsAre(next) })
    } catch (error) {
      // more seats are bought, fewer are not (R6)
      const capability = next > seats ? 'products.purchase' : 'products.manage'
      setOutcome({ kind: 'refused', text: failureWords.failure(error).text, capability })
    }
    await reload()
  }
  // the console is the host's: it asks at the door, where the client reads of it, as it would ask on each click inside
  const openConsole = async () => {
    setOutcome(undefined)
    const capability = 'console.users'
    try {
      const { allowed, code, data } = await client.access.use({
        clientId,
        capability,
        subscriptionId: id,
        summary: words.consoleOpened(name),
      })
      if (allowed) setOutcome({ kind: 'done', text: words.consoleOpens })
      else setOutcome({ kind: 'refused', text: failureWords.reason({ code, data }), capability })
    } catch (error) {
      setOutcome({ kind: 'refused', text: failureWords.failure(error).text, capability })
    }
  }
  return (
    <li aria-label={name}>
      <div className="product-facts">
        <strong>{name}</strong>
        <span className="muted">
          {soldBy ? words.soldBy(soldBy.name) : words.boughtDirectly} · {words.seats(seats)}
          {status === 'active' ? '' : ` · ${status}`}
        </span>
      </div>
      <div className="product-actions">
        {seats > 1 ? (
          <button type="button" className="button" onClick={() => void setSeats(seats - 1)}>
            {words.removeSeat}
          </button>
        ) : null}
        <button type="button" className="button" onClick={() => void setSeats(seats + 1)}>
          {words.addSeat}
        </button>
        <button type="button" className="button" onClick={() => void openConsole()}>
          {words.openConsole}
        </button>
      </div>
      <div className="product-outcome" role="status">
        {outcome?.text}
      </div>
      {outcome?.kind === 'refused' ? (
        <WhyButton key={outcome.capability} clientId={clientId} subscriptionId={id} capability={outcome.capability} />
      ) : null}
    </li>
  )
}
