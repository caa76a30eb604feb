'use client'

import type { Client } from '@clientele/contract'
import { useId } from 'react'
import { HiddenText } from '../parts/hidden-text.tsx'
import { RequestAccess } from '../parts/request-access.tsx'

/** At the end of a row: the way to ask this client for access. Why not is its title, and read out with it. */
export function ClientTableAccess({ client, onOpen }: { client: Client; onOpen: (clientId: string) => void }) {
  const id = useId()
  return (
    <RequestAccess client={client} look="link" isNamed reasonId={id} onOpen={onOpen}>
      {(button, reason) => (
        <>
          {button}
          {reason === undefined ? null : <HiddenText id={id}>{reason}</HiddenText>}
        </>
      )}
    </RequestAccess>
  )
}
