'use client'

import type { AccessRequest, Client } from '@clientele/contract'
import { Fragment, useId, useState, type ReactNode } from 'react'
import { accessRequestStatusStrings } from '../access-request-status/access-request-status.strings.ts'
import { AccessRequestStatus } from '../access-request-status/access-request-status.tsx'
import { Button } from '../parts/button.tsx'
import { RequestAccess, RequestAccessDialog } from '../parts/request-access.tsx'
import { useNearbyFocus } from '../parts/use-nearby-focus.ts'
import { useAccessWords, type AccessWords } from '../words/use-words.ts'
import { ResellerAccessDirect } from './reseller-access-direct.tsx'
import { ResellerAccessGrant } from './reseller-access-grant.tsx'
import { isLiving, type ResellerAccessModel } from './use-reseller-access.ts'

export interface DetailsProps {
  t: AccessWords<'resellerAccess'>
  model: ResellerAccessModel
  client: Client
  onAccessRequested: ((request: AccessRequest) => void) | undefined
  onAddProducts: ((request: AccessRequest) => void) | undefined
}

/*
  what was agreed, grant by grant; or what ended last
  the last request, where it says more than the grant that came of it
  [ Request access ], which stands with the commands of a grant that nothing separates from it
  what was bought elsewhere
*/
export function ResellerAccessDetails(props: DetailsProps) {
  const { t, model, client, onAccessRequested } = props
  const [asking, setAsking] = useState<{ again?: AccessRequest }>()
  const { access, grants, isOwn, resellerId } = model
  const kept = useNearbyFocus()
  const request = requestToShow(model)
  const isWithGrant = isOwn && !request && grants.length === 1 && grants.some(isLiving)
  const ask = <Ask {...{ model, client, isWithGrant }} onAsk={setAsking} />
  return (
    <div ref={kept} data-part="own-access">
      {grants.length === 0 && !request ? (
        <p data-part="text">{client.actions?.requestAccess.allowed ? `${t('none')} ${t('noneYet')}` : t('none')}</p>
      ) : null}
      {access
        ? grants.map((grant) => (
            <ResellerAccessGrant key={grant.id} {...props} {...{ access, grant }} ask={isWithGrant ? ask : null} />
          ))
        : null}
      {request ? <AccessRequestStatus requestId={request.id} /> : null}
      {isWithGrant ? null : ask}
      {access && (grants.some(isLiving) || access.direct.length > 0) ? (
        <ResellerAccessDirect {...{ t, model, client, access }} />
      ) : null}
      {asking ? (
        <RequestAccessDialog
          clientId={client.id}
          onClose={() => setAsking(undefined)}
          {...(isOwn || resellerId === undefined ? {} : { resellerId })}
          {...(asking.again ? { again: asking.again } : {})}
          {...(onAccessRequested ? { onSent: onAccessRequested } : {})}
        />
      ) : null}
    </div>
  )
}

/** The last request, unless the grant that came of it says more, or there is nothing left of it to say. */
function requestToShow({ last, grants }: ResellerAccessModel): AccessRequest | undefined {
  if (last?.status === 'accepted') return grants.some(({ requestId }) => requestId === last.id) ? undefined : last
  return last?.status === 'canceled' && grants.length > 0 ? undefined : last
}

interface AskProps extends Pick<DetailsProps, 'model' | 'client'> {
  /** It stands in the row of a grant's commands: else it is one of its own. */
  isWithGrant: boolean
  onAsk: (asking: { again?: AccessRequest }) => void
}

/** For the first time, for more, or for what has ended: then as it was asked for before. While one waits, it stands there. */
function Ask({ model, client, isWithGrant, onAsk }: AskProps) {
  const id = useId()
  const ofRequest = useAccessWords('accessRequestStatus', accessRequestStatusStrings)
  const { last, grants } = model
  if (last?.status === 'pending' || last?.status === 'draft') return null
  const isOver = last !== undefined && !grants.some(isLiving)
  // the request itself can be sent again, and says when
  if (isOver && (last.status === 'declined' || last.status === 'expired')) return null
  const Row = isWithGrant ? Fragment : Actions
  return (
    <RequestAccess client={client} look={isOver ? 'primary' : 'plain'} reasonId={id} onOpen={() => onAsk({})}>
      {(button, reason) => (
        <Row>
          {isOver && reason === undefined ? (
            <Button look="primary" onClick={() => onAsk({ again: last })}>
              {ofRequest('askAgain')}
            </Button>
          ) : (
            button
          )}
          {reason === undefined ? null : (
            <p data-part="hint" id={id}>
              {reason}
            </p>
          )}
        </Row>
      )}
    </RequestAccess>
  )
}

function Actions({ children }: { children: ReactNode }) {
  return <div data-part="actions">{children}</div>
}
