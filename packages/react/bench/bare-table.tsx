import type { Client } from '@clientele/contract'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { examples } from '@clientele/contract/examples'
import { useState, type ReactNode } from 'react'
import { en } from '../src/locales/en.ts'

const familyNames = new Map(examples.productFamilies.list.output.data.map(({ key, name }) => [key, name]))

const columns: Record<string, (client: Client) => ReactNode> = {
  Name: (client) => (
    <>
      <b>{client.name}</b>
      {client.description ? <p>{client.description}</p> : null}
    </>
  ),
  Domain: (client) => client.primaryDomainDisplay,
  Product: (client) => familyNames.get(client.productFamily ?? '') ?? client.productFamily,
  Subscription: ({ subscriptionState: state }) => (state === 'none' ? null : en.subscriptionState[state]),
  Status: (client) => <span>{en.clientStatus[client.status]}</span>,
  Added: (client) => date.format(new Date(client.createdAt)),
}
const width = Object.keys(columns).length + 1
const date = new Intl.DateTimeFormat('en', { dateStyle: 'medium' })

/**
 * What the table is compared with: a native table with the same columns, facts and words, check boxes, a badge, and the
 * rows in view by TanStack Virtual, which is told how high they are. Nothing can be searched, sorted, loaded or read
 * out, and on a narrow screen it does not fold.
 */
export function BareTable({ rows }: { rows: readonly Client[] }) {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoized by a compiler
  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    estimateSize: (index) => (rows[index]?.description ? 63 : 43),
    overscan: 10,
  })
  const items = virtualizer.getVirtualItems()
  return (
    <table className="bare">
      <thead>
        <tr>
          <th scope="col">
            <input
              type="checkbox"
              aria-label="All"
              checked={selected.size === rows.length}
              onChange={({ target }) => setSelected(new Set(target.checked ? rows.map(({ id }) => id) : []))}
            />
          </th>
          {Object.keys(columns).map((name) => (
            <th scope="col" key={name}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <Gap height={items[0]?.start ?? 0} />
        {items.map(({ index }) => {
          const client = rows[index]
          if (!client) return null
          return (
            <tr key={client.id}>
              <td>
                <input
                  type="checkbox"
                  aria-label={client.name}
                  checked={selected.has(client.id)}
                  onChange={({ target }) => {
                    const next = new Set(selected)
                    next[target.checked ? 'add' : 'delete'](client.id)
                    setSelected(next)
                  }}
                />
              </td>
              {Object.entries(columns).map(([name, text]) => (
                <td key={name}>{text(client)}</td>
              ))}
            </tr>
          )
        })}
        <Gap height={virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0)} />
      </tbody>
    </table>
  )
}

function Gap({ height }: { height: number }) {
  return height <= 0 ? null : (
    <tr data-part="gap" aria-hidden>
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- there is nothing in it */}
      <td colSpan={width} style={{ height, padding: 0 }} />
    </tr>
  )
}
