'use client'

import { useEffect, useState, type RefCallback } from 'react'

/**
 * Keeps the focus nearby, in what the ref is given to: where the button that had it has done its work and is gone, the focus goes
 * to the closest part around it that is still there, and not to the top of the page (WCAG 2.4.3).
 */
export function useNearbyFocus(): RefCallback<HTMLElement> {
  const [root, setRoot] = useState<HTMLElement | null>(null)
  useEffect(() => (root ? keepFocusIn(root) : undefined), [root])
  return setRoot
}

function keepFocusIn(root: HTMLElement): () => void {
  let last: HTMLElement | undefined
  let around: readonly HTMLElement[] = []

  const enter = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement)) return
    last = target
    around = partsAround(target, root)
  }
  const leave = ({ target }: FocusEvent) => {
    // what is being taken away is told of too, before it is gone
    queueMicrotask(() => {
      if (target === last && last?.isConnected) last = undefined
    })
  }
  const look = () => {
    if (!last || last.isConnected || !isNowhere(root)) return
    last = undefined
    const part = around.find((one) => one.isConnected)
    if (!part) return
    part.tabIndex = -1
    part.focus({ preventScroll: true })
  }

  let frame = 0
  const changes = new MutationObserver(() => {
    cancelAnimationFrame(frame)
    // a dialog that closes gives the focus back itself
    frame = requestAnimationFrame(look)
  })
  root.addEventListener('focusin', enter)
  root.addEventListener('focusout', leave)
  changes.observe(root, { childList: true, subtree: true })
  return () => {
    root.removeEventListener('focusin', enter)
    root.removeEventListener('focusout', leave)
    changes.disconnect()
    cancelAnimationFrame(frame)
  }
}

/** What has a name of its own, from the inside out; at last the root. */
function partsAround(target: HTMLElement, root: HTMLElement): HTMLElement[] {
  const parts: HTMLElement[] = []
  for (let one = target.parentElement; one && one !== root; one = one.parentElement) {
    if (one.matches('article, section')) parts.push(one)
  }
  return [...parts, root]
}

function isNowhere({ ownerDocument }: HTMLElement): boolean {
  const { activeElement, body } = ownerDocument
  return activeElement === null || activeElement === body
}
