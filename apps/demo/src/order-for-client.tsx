import { useClientele } from '@clientele/react'
import { useAccessFailureWords, WhyButton } from '@clientele/react/access'
import { useState } from 'react'
import { shelf, type ShelfProduct } from './shelf.ts'
import type { HostWords } from './words.ts'

interface Props {
  words: HostWords
  clientId: string
  reload: () => Promise<void>
}

/** Buying for a client, at its expense: the client has to have allowed that (R6, R8). */
export function OrderForClient({ words, clientId, reload }: Props) {
  const { client } = useClientele()
  const failureWords = useAccessFailureWords()
  const [outcome, setOutcome] = useState<{ isRefused: boolean; text: string }>()
  const order = async ({ sku, name }: ShelfProduct) => {
    setOutcome(undefined)
    try {
      await client.orders.create({ clientId, items: [{ sku }] })
      setOutcome({ isRefused: false, text: words.orderedFor(name) })
    } catch (error) {
      setOutcome({ isRefused: true, text: failureWords.failure(error).text })
    }
    await reload()
  }
  return (
    <div className="product-actions">
      {shelf.map((product) => (
        <button key={product.sku} type="button" className="button" onClick={() => void order(product)}>
          {words.orderFor(product.name)}
        </button>
      ))}
      <span role="status">{outcome?.text}</span>
      {outcome?.isRefused ? <WhyButton clientId={clientId} capability="products.purchase" /> : null}
    </div>
  )
}
