'use client'

import { useEffect, useRef, type FocusEvent } from 'react'

interface Kept {
  root: Element
  control: Element
  part: string
  /** Which of the controls of its part it was. */
  index: number
}

const controls = ':is(a[href], button, input, select, textarea):not(:disabled)'

// what comes and goes, or has controls that do, and where the focus goes with the last of them; if not, to the search
const parts: Readonly<Record<string, string>> = {
  summary: `[data-part=head] ${controls}`,
  foot: `[data-part=body] [data-part=row]:last-of-type ${controls}`,
  body: `[data-part=head] ${controls}`,
  form: '[data-part=toolbar-end] [data-look=primary]',
  created: '[data-part=toolbar-end] [data-look=primary]',
}
const anyPart = Object.keys(parts).map((name) => `[data-part=${name}]`)

/**
 * Keeps the place of those who work by keyboard: an offer that was taken, a filter that was removed, a form that was
 * closed is gone with its focus, and what stands there now gets it.
 */
export function useKeptFocus() {
  const kept = useRef<Kept | undefined>(undefined)
  useEffect(() => {
    const lost = kept.current
    if (!lost || lost.control.isConnected) return
    kept.current = undefined
    if (document.activeElement === document.body) placeOf(lost)?.focus()
  })
  return {
    onFocus({ currentTarget: root, target: control }: FocusEvent) {
      const part = control.closest(anyPart.join())
      const index = part ? [...part.querySelectorAll(controls)].indexOf(control) : 0
      kept.current = { root, control, part: part?.getAttribute('data-part') ?? '', index }
    },
    onBlur() {
      kept.current = undefined
    },
  }
}

function placeOf({ root, part, index }: Kept): HTMLElement | null {
  const beside = root.querySelectorAll<HTMLElement>(`[data-part='${part}'] ${controls}`)
  const next = beside[Math.min(index, beside.length - 1)] ?? root.querySelector<HTMLElement>(parts[part] ?? 'none')
  return next ?? root.querySelector<HTMLElement>('[data-part=search] input')
}
