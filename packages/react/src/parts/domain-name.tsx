import { Fragment } from 'react'

/** A domain, from left to right in every language; where it has to break, it does so after a dot. */
export function DomainName({ name }: { name: string | null }) {
  if (name === null) return null
  return (
    <bdi data-part="ltr">
      {name.split(/(?<=\.)/).map((label, index) => (
        <Fragment key={index}>
          {index > 0 ? <wbr data-part="break" /> : null}
          {label}
        </Fragment>
      ))}
    </bdi>
  )
}
