'use client'

import { useLayoutEffect, useRef, type FocusEvent } from 'react'

interface Kept {
  root: Element
  control: Element
  /** The part of the table that it stood in, and which of its controls it was. */
  part: string | undefined
  index: number
}

// parts whose controls come and go, and where the focus goes when the whole part does: else to the search field
const parts: Readonly<Record<string, string>> = {
  summary: '[data-part=search] > [data-part=control]',
  created: '[data-part=toolbar-end] [data-look=primary]',
  form: '[data-part=toolbar-end] [data-look=primary]',
  body: '[data-part=search] > [data-part=control]',
  foot: '[data-part=body] [data-part=row]:last-of-type :is(button, input)',
}
const controls = ':is(a[href], button, input, select, textarea):not(:disabled)'

/**
 * Whoever works by keyboard does not lose the place: where what had the focus is gone after a change, what stands there
 * now gets it. An offer that was taken, a filter that was removed, a page that was the last one.
 */
export function useKeptFocus() {
  const kept = useRef<Kept>()
  useLayoutEffect(() => {
    if (!kept.current || kept.current.control.isConnected) return
    if (document.activeElement === document.body) placeOf(kept.current)?.focus()
    kept.current = undefined
  })
  return {
    onFocus({ currentTarget: root, target: control }: FocusEvent) {
      const part = control.closest(Object.keys(parts).map((name) => `[data-part=${name}]`).join())
      const index = part ? [...part.querySelectorAll(controls)].indexOf(control) : 0
      kept.current = { root, control, part: part?.getAttribute('data-part') ?? undefined, index }
    },
    onBlur() {
      kept.current = undefined
    },
  }
}

function placeOf({ root, part, index }: Kept): HTMLElement | null | undefined {
  const beside = part && root.querySelectorAll<HTMLElement>(`[data-part=${part}] ${controls}`)
  if (beside && beside.length > 0) return beside[Math.min(index, beside.length - 1)]
  return root.querySelector<HTMLElement>(part ? (parts[part] ?? parts['body']!) : parts['body']!)
}
