import type { ReactNode } from 'react'

/** Names and values. What has no value is left out. */
export function Facts({ facts }: { facts: readonly (readonly [name: ReactNode, value: ReactNode])[] }) {
  return (
    <dl data-part="facts">
      {facts
        .filter(([, value]) => value != null && value !== '' && value !== false)
        .map(([name, value], index) => (
          <div data-part="fact" key={index}>
            <dt data-part="fact-name">{name}</dt>
            <dd data-part="fact-value">{value}</dd>
          </div>
        ))}
    </dl>
  )
}

/** Addresses and numbers are read from left to right in every language. */
export function ltr(text: string | null): ReactNode {
  return text && <bdi data-part="ltr">{text}</bdi>
}
