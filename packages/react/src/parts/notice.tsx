'use client'

import { forwardRef, type ComponentPropsWithoutRef, type ReactNode } from 'react'

export interface NoticeProps extends Omit<ComponentPropsWithoutRef<'div'>, 'title'> {
  /** @default 'info' */
  tone?: 'info' | 'warning' | 'danger' | 'positive'
  title?: ReactNode
  actions?: ReactNode
}

/** A message inside the page, with what can be done about it. Give it a `role` where it appears by itself. */
export const Notice = forwardRef<HTMLDivElement, NoticeProps>(function Notice(props, ref) {
  const { tone = 'info', title, actions, children, ...rest } = props
  return (
    <div data-part="notice" data-tone={tone} {...rest} ref={ref}>
      {title ? <p data-part="notice-title">{title}</p> : null}
      {children ? <div data-part="notice-body">{children}</div> : null}
      {actions ? <div data-part="actions">{actions}</div> : null}
    </div>
  )
})
