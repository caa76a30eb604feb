'use client'

import type { Client } from '@clientele/contract'
import { TagsField } from '../parts/tags-field.tsx'
import { useWords, type Words } from '../words/use-words.ts'
import { ClientPanelDescription, ForeignDescription } from './client-panel-description.tsx'
import { ClientPanelSection } from './client-panel-section.tsx'
import type { ClientPanelModel } from './use-client-panel.ts'
import { useFieldError } from './use-field-error.ts'

interface Props {
  t: Words<'clientPanel'>
  panel: ClientPanelModel
  client: Client
}

/** Descriptions and tags: internal words about a client. Callers who are the client get neither (R96). */
export function ClientPanelNotes({ t, panel, client }: Props) {
  return (
    <>
      {client.description === undefined ? null : (
        <ClientPanelDescription t={t} section={panel.description} text={client.description} />
      )}
      {client.otherDescriptions?.map(({ account, text }) => (
        <ForeignDescription key={account.id} {...{ t, account, text }} record={panel.record} />
      ))}
      {client.tags === undefined ? null : <Tags {...{ t, panel, client }} />}
    </>
  )
}

function Tags({ t, panel, client }: Props) {
  const fields = useWords('fields')
  const { tags } = panel
  const error = useFieldError(tags.error)
  const list = client.tags ?? []
  return (
    <ClientPanelSection
      t={t}
      title={fields('tags')}
      editLabel={t(list.length > 0 ? 'editTags' : 'addTags')}
      section={tags}
      fieldWords={{ labelOf: () => fields('tags') }}
      isToldByFields={error !== undefined}
      editor={
        <TagsField
          label={fields('tags')}
          hint={t('tagsHint')}
          optional
          tags={tags.values?.tags ?? []}
          onTags={(next) => tags.type({ tags: next })}
          error={error}
        />
      }
    >
      {list.length > 0 ? (
        <ul data-part="tags">
          {list.map((tag) => (
            <li data-part="tag" key={tag}>
              {tag}
            </li>
          ))}
        </ul>
      ) : null}
    </ClientPanelSection>
  )
}
