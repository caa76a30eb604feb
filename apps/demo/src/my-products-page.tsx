import { useClientele } from '@clientele/react'
import { useAccessFailureWords } from '@clientele/react/access'
import { isApiError } from '@clientele/sdk'
import { useState } from 'react'
import { askHost } from './ask-host.ts'
import { shelf, type ShelfProduct } from './shelf.ts'
import { useSubscriptions } from './use-subscriptions.ts'
import type { HostWords } from './words.ts'

// so that there is one that a reseller can take away
const seats = 3

/** What the client has, and the hosting company's own shop: what is bought here was sold by no reseller. */
export function MyProductsPage({ words, clientId }: { words: HostWords; clientId: string }) {
  const { client } = useClientele()
  const failureWords = useAccessFailureWords()
  const { subscriptions, reload } = useSubscriptions(clientId)
  const [failure, setFailure] = useState<{ text: string; lacksCard: boolean }>()
  const [bought, setBought] = useState('')

  const buy = async ({ sku, name }: ShelfProduct) => {
    setFailure(undefined)
    setBought('')
    try {
      await client.orders.create({ clientId, items: [{ sku, quantity: seats }] })
      setBought(words.bought(name))
    } catch (error) {
      const lacksCard = isApiError(error, 'payment_method_missing')
      setFailure({ text: lacksCard ? words.noCard : failureWords.failure(error).text, lacksCard })
    }
    await reload()
  }
  const addCard = async () => {
    await askHost('/host/payment-method', { clientId })
    setFailure(undefined)
  }
  return (
    <>
      <h1>{words.products}</h1>
      <p className="lead">{words.productsLead}</p>
      <section className="card record products" aria-labelledby="mine">
        <h2 id="mine">{words.myProducts}</h2>
        {subscriptions?.length === 0 ? <p className="muted">{words.noProducts}</p> : null}
        <ul>
          {subscriptions?.map(({ id, name, soldBy, seats }) => (
            <li key={id}>
              <div className="product-facts">
                <strong>{name}</strong>
                <span className="muted">
                  {soldBy ? words.soldBy(soldBy.name) : words.boughtDirectly} · {words.seats(seats ?? 1)}
                </span>
              </div>
            </li>
          ))}
        </ul>
      </section>
      <section className="card record products" aria-labelledby="shop">
        <h2 id="shop">{words.shop}</h2>
        <div className="product-actions">
          {shelf.map((product) => (
            <button key={product.sku} type="button" className="button" onClick={() => void buy(product)}>
              {words.buy(product.name)}
            </button>
          ))}
        </div>
        <p role="status">{bought}</p>
        {failure ? (
          <div role="alert" className="product-actions">
            <span>{failure.text}</span>
            {failure.lacksCard ? (
              <button type="button" className="button" onClick={() => void addCard()}>
                {words.addCard}
              </button>
            ) : null}
          </div>
        ) : null}
      </section>
    </>
  )
}
