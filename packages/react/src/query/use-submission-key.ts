'use client'

import { useState } from 'react'

/**
 * The idempotency key of a form: the same as long as the same content is sent again, so that a second press or a retry
 * after a time-out adds nothing twice (R77).
 */
export function useSubmissionKey() {
  const [keeper] = useState(keeperOfKeys)
  return keeper
}

function keeperOfKeys() {
  let held: { key: string; content: string } | undefined
  return {
    keyFor(input: unknown): string {
      const content = JSON.stringify(input)
      if (held?.content !== content) held = { key: newKey(), content }
      return held.key
    },
    /** It has been answered for good. A key that is used again would only repeat that answer. */
    release() {
      held = undefined
    },
  }
}

/** Not `randomUUID`: panels on plain http in a local network do not have it. */
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
