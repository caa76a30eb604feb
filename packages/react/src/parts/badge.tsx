import type { ReactNode } from 'react'

export type Tone = 'neutral' | 'positive' | 'warning' | 'danger'

/** A state in a word. The word says it, the colour only repeats it. */
export function Badge({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span data-part="badge" data-tone={tone}>
      {children}
    </span>
  )
}
