'use client'

import { forwardRef, type ComponentPropsWithoutRef } from 'react'

export interface ButtonProps extends ComponentPropsWithoutRef<'button'> {
  /** @default 'plain' */
  look?: 'primary' | 'danger' | 'plain' | 'quiet' | 'link'
  /** Something that it started is under way: presses do nothing meanwhile, and the focus stays. */
  busy?: boolean | undefined
  /** Why it cannot be pressed: the id of the text that says so. The button can still be reached and read. */
  refusedBy?: string | undefined
}

/** A command. One that is busy or refused keeps its place in the order of Tab, so that nobody loses the focus to it. */
export const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button(props, ref) {
  const { look = 'plain', busy = false, refusedBy, onClick, ...rest } = props
  const isOff = busy || refusedBy !== undefined
  return (
    <button
      type="button"
      data-part="button"
      data-look={look}
      aria-disabled={isOff || undefined}
      aria-describedby={refusedBy}
      {...rest}
      ref={ref}
      onMouseDown={(event) => {
        rest.onMouseDown?.(event)
        // a field that loses the focus may grow a line, and the button would move away from under the pointer
        if (event.currentTarget.form) event.preventDefault()
      }}
      onClick={(event) => {
        if (isOff) event.preventDefault()
        else onClick?.(event)
      }}
    />
  )
})
