'use client'

import { CopyButton } from './copy-button.tsx'

/** An id that can be read, selected and copied (R53). */
export function Identity({ id }: { id: string }) {
  return (
    <span data-part="identity">
      <code data-part="code" dir="ltr">
        {id}
      </code>
      <CopyButton value={id} />
    </span>
  )
}
