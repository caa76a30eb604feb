import { act, screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { expect, test, vi } from 'vitest'
import { renderPart } from '../testing/render-part.tsx'
import { Button } from './button.tsx'
import { Confirm, type ConfirmProps } from './confirm.tsx'

function Page(props: Partial<ConfirmProps>) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>Delete …</Button>
      {isOpen ? (
        <Confirm
          title="Delete Ada"
          action="Delete"
          onConfirm={() => setOpen(false)}
          onClose={() => setOpen(false)}
          {...props}
        >
          She is gone then.
        </Confirm>
      ) : null}
    </>
  )
}

const opener = () => screen.getByRole('button', { name: 'Delete …' })

test('is a named dialog, and gives the focus back when it closes', async () => {
  const { user } = renderPart(<Page />)
  await user.click(opener())
  const dialog = screen.getByRole('alertdialog', { name: 'Delete Ada' })
  expect(dialog).toHaveProperty('open', true)
  await user.click(screen.getByRole('button', { name: 'Close' }))
  expect(screen.queryByRole('alertdialog')).toBeNull()
  expect(document.activeElement).toBe(opener())
  await user.click(opener())
  const cancel = new Event('cancel', { cancelable: true })
  act(() => void screen.getByRole('alertdialog').dispatchEvent(cancel))
  await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull())
})

test('begins where nothing is done: at Cancel, or at what has to be typed first', async () => {
  const { user, rerender } = renderPart(<Page />)
  await user.click(opener())
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Cancel' }))
  await user.keyboard('{Enter}')
  expect(screen.queryByRole('alertdialog')).toBeNull()
  rerender(<Page phrase="ada.example.com" />)
  await user.click(opener())
  expect(document.activeElement).toBe(screen.getByRole('textbox'))
})

test('goes on only once the phrase was typed', async () => {
  const onConfirm = vi.fn<() => void>()
  const { user } = renderPart(<Page phrase="ada.example.com" onConfirm={onConfirm} />)
  await user.click(opener())
  const confirm = screen.getByRole('button', { name: 'Delete' })
  expect(confirm.getAttribute('aria-disabled')).toBe('true')
  await user.type(screen.getByLabelText('Type ada.example.com to go on.'), 'ada.example{Enter}')
  expect(onConfirm).not.toHaveBeenCalled()
  await user.keyboard('.com{Enter}')
  expect(onConfirm).toHaveBeenCalledOnce()
})

test('waits for what it started, says what went wrong, and can be tried again', async () => {
  let fail: (error: Error) => void = () => {}
  const onConfirm = vi.fn<() => Promise<void>>(() => new Promise((_, reject) => (fail = reject)))
  const { user } = renderPart(<Page onConfirm={onConfirm} />)
  await user.click(opener())
  await user.click(screen.getByRole('button', { name: 'Delete' }))
  await user.click(screen.getByRole('button', { name: 'Delete' }))
  expect(onConfirm).toHaveBeenCalledOnce()
  fail(new Error('no'))
  await screen.findByText(/Something went wrong/)
  await user.click(screen.getByRole('button', { name: 'Delete' }))
  expect(onConfirm).toHaveBeenCalledTimes(2)
})
