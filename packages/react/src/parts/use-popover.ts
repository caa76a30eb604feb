'use client'

import { useEffect, useId, useRef, useState } from 'react'
import { placeBelow } from './place-below.ts'
import { useEvent } from './use-event.ts'

/**
 * A button and what it opens, in the top layer: no `overflow` of the host clips it, Escape and a press elsewhere close
 * it, and the focus goes back to the button. Draw the content only while it is open. `onShown` runs once it can be seen
 * and take the focus: that is later than when it is drawn.
 */
export function usePopover(onShown: () => void = () => {}) {
  const id = useId()
  const anchor = useRef<HTMLButtonElement>(null)
  const panel = useRef<HTMLDivElement>(null)
  const [isOpen, setOpen] = useState(false)
  const shown = useEvent(onShown)

  useEffect(() => {
    const [button, element] = [anchor.current, panel.current]
    if (!button || !element) return undefined
    // React 18 and 19 spell the property differently, and each warns of the other's
    if (isNative(element)) button.setAttribute('popovertarget', id)
    const follow = (event: Event) => setOpen((event as ToggleEvent).newState === 'open')
    element.addEventListener('beforetoggle', follow)
    return () => element.removeEventListener('beforetoggle', follow)
  }, [id])

  useEffect(() => {
    const [button, element] = [anchor.current, panel.current]
    if (!isOpen || !button || !element) return undefined
    const place = () => placeBelow(button, element)
    // the browser shows it after `beforetoggle`, and only then it has a size
    const frame = requestAnimationFrame(() => {
      place()
      shown()
    })
    window.addEventListener('resize', place)
    window.addEventListener('scroll', place, { capture: true, passive: true })
    return () => {
      cancelAnimationFrame(frame)
      window.removeEventListener('resize', place)
      window.removeEventListener('scroll', place, { capture: true })
    }
  }, [isOpen, shown])

  const show = (isWanted: boolean) => {
    const element = panel.current
    if (!element || isWanted === isOpen) return
    if (!isNative(element)) setOpen(isWanted)
    else if (isWanted) element.showPopover()
    else element.hidePopover()
  }

  return {
    isOpen,
    open: () => show(true),
    close: () => show(false),
    anchorProps: {
      ref: anchor,
      'aria-expanded': isOpen,
      'aria-controls': id,
      onClick: () => {
        if (panel.current && !isNative(panel.current)) setOpen(!isOpen)
      },
    },
    panelProps: { ref: panel, id, popover: 'auto' as const, 'data-open': isOpen ? '' : undefined },
  }
}

function isNative(element: HTMLElement): boolean {
  return 'showPopover' in element
}
