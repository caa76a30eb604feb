import { AddClientForm } from '@clientele/react'
import { useEffect, useRef, useState } from 'react'
import { Icon } from './icons.tsx'
import type { HostWords } from './words.ts'

interface Props {
  words: HostWords
  isOpen: boolean
  onClose: () => void
  onOpenClient: (clientId: string) => void
}

/**
 * The form at the side, over the list. Escape and the cross only put it away: what was typed is there when it comes back.
 * Cancel, and having added a client, begin a new one.
 */
export function AddClientSheet({ words, isOpen, onClose, onOpenClient }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [draft, setDraft] = useState(0)
  const [wasOpen, setWasOpen] = useState(false)
  if (isOpen && !wasOpen) setWasOpen(true)

  useEffect(() => {
    const element = dialog.current
    if (!element || element.open === isOpen) return
    if (!isOpen) return element.close()
    element.showModal()
    // not on the cross: the first key leads into the form
    element.focus()
  }, [isOpen])

  const finish = () => {
    setDraft((number) => number + 1)
    onClose()
  }
  return (
    <dialog ref={dialog} className="sheet" aria-label={words.addClient} tabIndex={-1} onClose={onClose}>
      {wasOpen ? (
        <AddClientForm
          key={draft}
          onCancel={finish}
          onGoToList={finish}
          onOpenClient={(id) => {
            finish()
            onOpenClient(id)
          }}
        />
      ) : null}
      <button type="button" className="icon-button sheet-close" aria-label={words.close} onClick={onClose}>
        <Icon name="close" />
      </button>
    </dialog>
  )
}
