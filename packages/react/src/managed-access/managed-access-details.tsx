'use client'

import { useAccessWords, type AccessWords } from '../words/use-words.ts'
import { ManagedAccessGrant } from './managed-access-grant.tsx'
import { ManagedAccessLink, ManagedAccessReplaced } from './managed-access-link.tsx'
import { managedDetailsStrings, type ManagedDetailsStrings } from './managed-details.strings.ts'
import type { ManagedAccessModel } from './use-managed-access.ts'

export interface ManagedDetailsProps {
  t: AccessWords<'managedDetails'>
  model: ManagedAccessModel
}

interface Props extends Omit<ManagedDetailsProps, 't'> {
  messages: Partial<ManagedDetailsStrings> | undefined
}

/** What was agreed to, and what is about the link itself; once that is replaced, where a new one went. */
export function ManagedAccessDetails({ model, messages }: Props) {
  const t = useAccessWords('managedDetails', managedDetailsStrings, messages)
  if (model.replaced) return <ManagedAccessReplaced {...{ t }} sentTo={model.replaced.sentTo} />
  return (
    <>
      <div data-part="managed-grants">
        {model.access?.grants.map((grant) => (
          <ManagedAccessGrant key={grant.id} {...{ t, model, grant }} />
        ))}
      </div>
      <ManagedAccessLink {...{ t, model }} />
    </>
  )
}
