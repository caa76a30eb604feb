import { createClient } from '@clientele/sdk'
import { useState } from 'react'
import { createRoot } from 'react-dom/client'
import { en } from '../locales/en.ts'
import { Button } from '../parts/button.tsx'
import { Confirm } from '../parts/confirm.tsx'
import { Identity } from '../parts/identity.tsx'
import { Menu } from '../parts/menu.tsx'
import { TagsField } from '../parts/tags-field.tsx'
import { Toasts, useToasts } from '../parts/toast.tsx'
import { useRootProps } from '../parts/use-root-props.ts'
import { ClienteleProvider, type ClienteleProviderProps } from '../provider/clientele-provider.tsx'
import type { Locale } from '../words/locale.ts'

/** English from right to left: what is read the other way round looks as it does in a language of that direction. */
export const rightToLeft: Locale = { ...en, dir: 'rtl' }

/** Puts the parts that open above a page, and those with keys of their own, on a page of a browser test. */
export function showParts(place: Element, look: Pick<ClienteleProviderProps, 'locale' | 'theme'>): void {
  const client = createClient({ baseUrl: location.origin, token: 'token', fetch: () => new Promise(() => {}) })
  createRoot(place).render(
    <ClienteleProvider client={client} {...look}>
      <Parts />
    </ClienteleProvider>,
  )
}

function Parts() {
  const { toasts, show, dismiss } = useToasts()
  const [isAsking, setAsking] = useState(false)
  const [isThere, setThere] = useState(true)
  const [tags, setTags] = useState<readonly string[]>(['hotel'])
  const remove = () => {
    setAsking(false)
    setThere(false)
    show({ text: 'Hotel zur Post was removed.', onUndo: () => setThere(true) })
  }
  const items = [
    { key: 'suspend', label: 'Suspend', onSelect: () => {}, refused: 'Your role does not allow this.' },
    { key: 'remove', label: 'Remove', onSelect: () => setAsking(true), tone: 'danger' as const },
  ]
  return (
    <div {...useRootProps('parts', 'filled')}>
      <Menu items={items}>Actions</Menu>
      <Button onClick={() => show({ text: 'Saved.' })}>Save</Button>
      {isThere ? <Identity id="acc_01JHB6R2WN8X4Q0TZC7YV3M5EK" /> : null}
      <TagsField label="Tags" hint="Enter or a comma adds one." optional tags={tags} onTags={setTags} />
      {isAsking ? (
        <Confirm
          title="Remove Hotel zur Post?"
          action="Remove"
          phrase="hotel"
          onConfirm={remove}
          onClose={() => setAsking(false)}
        >
          This removes the record and its notes.
        </Confirm>
      ) : null}
      <Toasts toasts={toasts} onDismiss={dismiss} duration={3_600_000} />
    </div>
  )
}
