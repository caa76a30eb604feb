'use client'

import { Button } from '../parts/button.tsx'
import { Notice } from '../parts/notice.tsx'
import { useFailureWords } from '../words/use-failure-words.ts'
import { useWords } from '../words/use-words.ts'
import type { AddClientFormBodyProps } from './add-client-form-body.tsx'

/**
 * It cannot be added (R41, R78). The reason stands at the domain, where one looks while typing it, and here is the way
 * back to it; a person has no domain, and reads the reason here.
 */
export function AddClientFormStopped({ t, form }: Pick<AddClientFormBodyProps, 't' | 'form'>) {
  const fields = useWords('fields')
  const words = useFailureWords()
  if (form.domainProblem)
    return (
      <Notice tone="danger" title={t('blockedTitle')}>
        <Button
          look="link"
          onClick={({ currentTarget }) => {
            const domain = currentTarget.form?.elements.namedItem('primaryDomain')
            if (domain instanceof HTMLElement) domain.focus()
          }}
        >
          {fields('domain')} <bdi data-part="ltr">{form.values.primaryDomain.trim()}</bdi>
        </Button>
      </Notice>
    )
  if (form.blockers.length === 0) return null
  return (
    <Notice role="alert" tone="danger" tabIndex={-1} title={t('blockedTitle')}>
      {form.blockers.map((blocker) => (
        <p data-part="text" key={blocker.code}>
          {words.reason(blocker)}
        </p>
      ))}
    </Notice>
  )
}
