'use client'

import type { DuplicateCandidate } from '@clientele/contract'
import { Button } from '../parts/button.tsx'
import { Identity } from '../parts/identity.tsx'
import { Notice } from '../parts/notice.tsx'
import { useFormats } from '../words/use-formats.ts'
import type { AddClientFormBodyProps } from './add-client-form-body.tsx'

type Props = Pick<AddClientFormBodyProps, 't' | 'form' | 'onOpenClient'>

/** Clients like the one being added, with what tells them apart (R53). One may be added all the same. */
export function AddClientFormDuplicates({ t, form, onOpenClient }: Props) {
  if (form.duplicates.length === 0) return null
  return (
    <Notice
      tone="warning"
      role={form.duplicatesRefused ? 'alert' : 'status'}
      tabIndex={-1}
      title={t('duplicatesTitle', { count: form.duplicates.length })}
      actions={
        <Button busy={form.isSaving} onClick={() => void form.submit({ acceptDuplicate: true })}>
          {t('addAnyway')}
        </Button>
      }
    >
      <ul data-part="candidates">
        {form.duplicates.map((candidate) => (
          <Candidate key={candidate.id} {...{ t, candidate, onOpenClient }} />
        ))}
      </ul>
    </Notice>
  )
}

function Candidate(props: Pick<Props, 't' | 'onOpenClient'> & { candidate: DuplicateCandidate }) {
  const { t, candidate, onOpenClient } = props
  const formats = useFormats()
  const marks = [
    t(candidate.matches === 'email' ? 'duplicateSameEmail' : 'duplicateSameName'),
    candidate.primaryDomain,
    candidate.primaryEmail,
    t('duplicateAdded', { date: formats.date(candidate.createdAt) }),
  ]
  return (
    <li data-part="candidate">
      <strong data-part="strong">{candidate.name}</strong>
      <span data-part="text">{marks.filter(Boolean).join(' · ')}</span>
      <Identity id={candidate.id} />
      {onOpenClient ? (
        <Button look="link" onClick={() => onOpenClient(candidate.id)}>
          {t('open', { name: candidate.name })}
        </Button>
      ) : null}
    </li>
  )
}
