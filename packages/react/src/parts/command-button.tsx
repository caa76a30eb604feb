'use client'

import type { ActionState } from '@clientele/contract'
import { useId, useState, type ReactNode } from 'react'
import { Button } from './button.tsx'
import { HiddenText } from './hidden-text.tsx'
import { useAccessFailureWords } from '../words/use-access-failure-words.ts'

interface CommandProps {
  label: string
  /** Which grant of which reseller, for those who do not see where the button stands. */
  of: string
  /** What the server says of it. */
  state: ActionState | undefined
  /** The dialog that it opens. */
  children: (close: () => void) => ReactNode
}

/** A button that opens a dialog; where it cannot, it says why. */
export function CommandButton({ label, of, state, children }: CommandProps) {
  const words = useAccessFailureWords()
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const refused = state?.allowed === false ? state : undefined
  return (
    <>
      <Button aria-label={`${label}: ${of}`} refusedBy={refused ? id : undefined} onClick={() => setOpen(true)}>
        {label}
      </Button>
      {refused ? <HiddenText id={id}>{words.reason(refused)}</HiddenText> : null}
      {isOpen ? children(() => setOpen(false)) : null}
    </>
  )
}
