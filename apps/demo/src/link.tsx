import type { ComponentPropsWithoutRef } from 'react'
import { navigate } from './address.ts'

/** A link inside the panel: no page load, and still a link. */
export function Link({ href, onClick, children, ...rest }: ComponentPropsWithoutRef<'a'> & { href: string }) {
  return (
    <a
      {...rest}
      href={href}
      onClick={(event) => {
        onClick?.(event)
        if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return
        event.preventDefault()
        navigate(href)
      }}
    >
      {children}
    </a>
  )
}
