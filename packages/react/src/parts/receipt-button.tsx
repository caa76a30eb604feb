'use client'

import type { ConsentReceipt } from '@clientele/contract'
import { AccessFailure } from './access-failure.tsx'
import { Button } from './button.tsx'
import { saveReceipt } from './save-receipt.ts'
import { useAttempt } from './use-attempt.ts'

interface ReceiptButtonProps {
  label: string
  /** What it is the receipt of, for those who do not see where the button stands. */
  of: string
  load: () => Promise<ConsentReceipt>
}

/** Fetches the signed record of what was agreed to, and hands it over as a file. */
export function ReceiptButton({ label, of, load }: ReceiptButtonProps) {
  const { running, failure, attempt } = useAttempt()
  const save = async () => {
    const { id, jws, later } = await load()
    saveReceipt(id, jws, later)
  }
  return (
    <div data-part="receipt">
      <Button
        look="link"
        aria-label={`${label}: ${of}`}
        busy={running !== undefined}
        onClick={() => void attempt(true, save)}
      >
        {label}
      </Button>
      {failure === undefined ? null : <AccessFailure error={failure} />}
    </div>
  )
}
