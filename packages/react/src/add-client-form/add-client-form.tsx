'use client'

import type { Client, CreateClient } from '@clientele/contract'
import { forwardRef, useEffect, useImperativeHandle, useRef, type ComponentPropsWithoutRef } from 'react'
import { Failure } from '../parts/failure.tsx'
import { focusFirstInvalid } from '../parts/focus-first-invalid.ts'
import { Loading } from '../parts/loading.tsx'
import { Notice } from '../parts/notice.tsx'
import { useRootProps } from '../parts/use-root-props.ts'
import { useFailureWords } from '../words/use-failure-words.ts'
import { useWords } from '../words/use-words.ts'
import { AddClientFormBody } from './add-client-form-body.tsx'
import { AddClientFormCreated } from './add-client-form-created.tsx'
import type { AddClientFormStrings } from './add-client-form.strings.ts'
import { useAddClientForm } from './use-add-client-form.ts'

export interface AddClientFormProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  /** The kind that is chosen at first. @default 'quick' */
  defaultForm?: 'quick' | 'organization'
  /** Whose client it becomes. @default the caller's account */
  ownerId?: string
  /** Runs before the client is sent. Return `false` to stop it; what was typed stays. */
  onBeforeCreate?: (input: CreateClient) => boolean | void | Promise<boolean | void>
  onCreated?: (client: Client) => void
  /** Shows a Cancel button. */
  onCancel?: () => void
  /** Shows the way to an order for the new client (R64). */
  onOrder?: (client: Client) => void
  /** Shows the way to the list once a client was added (R64). */
  onGoToList?: () => void
  /** Shows the way to a client: to the new one, to a duplicate, to the one that has the domain. */
  onOpenClient?: (clientId: string) => void
  /** Texts that replace those of the language. */
  messages?: Partial<AddClientFormStrings>
}

/**
 * Adds a client: a person by name alone, or an organization with its product, address and administrator. While one
 * types, the server says what it knows: duplicates, whose the domain is, why a customer cannot be added.
 *
 * @example
 * <AddClientForm onCreated={(client) => navigate(`/clients/${client.id}`)} onCancel={() => navigate('/clients')} />
 */
export const AddClientForm = forwardRef<HTMLDivElement, AddClientFormProps>(function AddClientForm(props, ref) {
  const { defaultForm, ownerId, onBeforeCreate, onCreated, onCancel, ...ways } = props
  const { onOrder, onGoToList, onOpenClient, messages, ...rest } = ways
  const t = useWords('addClientForm', messages)
  const words = useFailureWords()
  const form = useAddClientForm({ defaultForm, ownerId, onBeforeCreate, onCreated })
  const root = useRef<HTMLDivElement>(null)
  useImperativeHandle(ref, () => root.current!)
  const state = form.created ? stateOf(form.created) : form.isSaving ? 'saving' : form.state

  useEffect(() => {
    if (form.refusals > 0) focusFirstInvalid(root.current)
  }, [form.refusals])

  return (
    <div {...rest} {...useRootProps('add-client-form', state)} ref={root}>
      {form.created ? (
        <AddClientFormCreated
          {...{ t, client: form.created, onAddAnother: () => form.reset(), onOrder, onGoToList, onOpenClient }}
        />
      ) : form.state === 'loading' ? (
        <Loading lines={4} />
      ) : form.state === 'failed' ? (
        <Failure title={t('failedTitle')} error={form.loadError} onRetry={form.reload} />
      ) : form.state === 'forbidden' ? (
        <Notice title={t('forbiddenTitle')}>{words.reason({ code: 'permission_denied' })}</Notice>
      ) : (
        <AddClientFormBody {...{ t, form, onCancel, onOpenClient }} />
      )}
    </div>
  )
})

function stateOf({ status }: Client): 'waiting' | 'created' {
  return status === 'provisioning' ? 'waiting' : 'created'
}
