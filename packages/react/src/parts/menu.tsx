'use client'

import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { Button, type ButtonProps } from './button.tsx'
import { usePopover } from './use-popover.ts'

interface MenuItem {
  key: string
  label: ReactNode
  onSelect: () => void
  /** Why it cannot be chosen now. It stays in the menu and can be read. */
  refused?: string | undefined
  tone?: 'danger' | undefined
}

export interface MenuProps extends Pick<ButtonProps, 'look' | 'aria-label'> {
  items: readonly MenuItem[]
  /** What the button reads. */
  children: ReactNode
}

/** A button that opens a list of commands (APG: menu button). Arrows move, letters jump, Escape closes. */
export function Menu({ items, children, ...button }: MenuProps) {
  const list = useRef<HTMLDivElement | null>(null)
  const typed = useRef({ text: '', at: 0 })
  const startsAtEnd = useRef(false)
  const id = useId()
  const popover = usePopover(() => {
    const all = entriesOf(list.current)
    all.at(startsAtEnd.current ? -1 : 0)?.focus()
    startsAtEnd.current = false
  })
  const { isOpen, open } = popover

  const move = (event: KeyboardEvent) => {
    const all = entriesOf(list.current)
    const at = all.indexOf(document.activeElement as HTMLElement)
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key]
    if (to !== undefined) {
      event.preventDefault()
      all.at(to % all.length)?.focus()
    } else if (event.key === 'Tab' || event.key === 'Escape') {
      leave()
    } else if (event.key.length === 1 && event.key !== ' ') {
      const text = event.timeStamp - typed.current.at < 500 ? typed.current.text + event.key : event.key
      typed.current = { text, at: event.timeStamp }
      const rest = [...all.slice(at + (text.length === 1 ? 1 : 0)), ...all]
      rest.find((entry) => entry.textContent?.toLowerCase().startsWith(text.toLowerCase()))?.focus()
    }
  }
  const leave = () => {
    popover.close()
    popover.anchorProps.ref.current?.focus()
  }

  return (
    <span data-part="menu">
      <Button
        {...button}
        {...popover.anchorProps}
        aria-haspopup="menu"
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
          event.preventDefault()
          startsAtEnd.current = event.key === 'ArrowUp'
          open()
        }}
      >
        {children}
      </Button>
      <div {...popover.panelProps} data-part="popover" data-kind="menu">
        {isOpen ? (
          <div
            role="menu"
            tabIndex={-1}
            data-part="menu-list"
            ref={list}
            aria-label={button['aria-label']}
            onKeyDown={move}
          >
            {items.map((item) => (
              <button
                key={item.key}
                type="button"
                role="menuitem"
                data-part="menu-item"
                data-tone={item.tone}
                tabIndex={-1}
                aria-disabled={item.refused === undefined ? undefined : true}
                aria-describedby={item.refused === undefined ? undefined : `${id}-${item.key}`}
                onClick={() => {
                  if (item.refused !== undefined) return
                  leave()
                  item.onSelect()
                }}
              >
                {item.label}
                {item.refused === undefined ? null : (
                  <span data-part="hint" id={`${id}-${item.key}`}>
                    {item.refused}
                  </span>
                )}
              </button>
            ))}
          </div>
        ) : null}
      </div>
    </span>
  )
}

function entriesOf(list: HTMLElement | null): HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])]
}
