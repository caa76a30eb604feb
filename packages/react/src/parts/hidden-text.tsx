import type { ComponentPropsWithoutRef } from 'react'

/** Text for screen readers alone. */
export function HiddenText(props: ComponentPropsWithoutRef<'span'>) {
  return <span data-part="hidden-text" {...props} />
}
