import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, screen, waitFor } from 'storybook/test'
import { find, tabTo } from '../../../../.storybook/find.ts'
import { inRoot } from '../../../../.storybook/in-root.tsx'
import { Button } from './button.tsx'
import { Confirm } from './confirm.tsx'
import { Dialog } from './dialog.tsx'
import { Menu } from './menu.tsx'
import { Toasts, useToasts } from './toast.tsx'

/** What opens above the page, in the top layer of the browser: nothing of the host's clips it. */
const meta = {
  title: 'Parts/Above the page',
  decorators: [inRoot],
} satisfies Meta

export default meta
type Story = StoryObj

const onSelect = fn()

const items = [
  { key: 'open', label: 'Open', onSelect },
  { key: 'suspend', label: 'Suspend', onSelect, refused: 'Your role does not allow this.' },
  { key: 'remove', label: 'Remove', onSelect, tone: 'danger' as const },
]

/** Enter opens, arrows and letters move, Escape closes and gives the focus back. */
export const MenuOpen: Story = {
  tags: ['modes'],
  render: () => <Menu items={items}>Actions</Menu>,
  play: async ({ canvas, canvasElement, userEvent }) => {
    const button = await find(canvasElement, '[aria-haspopup=menu]')
    await tabTo(userEvent, button)
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(canvas.getByRole('menuitem', { name: 'Open' })).toHaveFocus())
    await userEvent.keyboard('{ArrowDown}{ArrowDown}')
    await expect(canvas.getByRole('menuitem', { name: 'Remove' })).toHaveFocus()
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(button).toHaveFocus())
    await userEvent.keyboard('{ArrowDown}')
    await waitFor(() => expect(canvas.getByRole('menuitem', { name: 'Open' })).toHaveFocus())
  },
}

export const DialogOpen: Story = {
  render: () => (
    <Dialog title="Text to send" onClose={fn()} actions={<Button look="primary">Copy</Button>}>
      <p data-part="text">From now on Hafenhost looks after your account.</p>
    </Dialog>
  ),
  play: async () => void (await screen.findByRole('dialog')),
}

/** What cannot be taken back wants its phrase typed. */
export const ConfirmWithPhrase: Story = {
  tags: ['modes'],
  render: () => (
    <Confirm title="Remove Hotel zur Post?" action="Remove" phrase="hotel" onConfirm={onSelect} onClose={fn()}>
      This removes the record and its notes. What the client bought stays.
    </Confirm>
  ),
  play: async ({ userEvent }) => {
    onSelect.mockClear()
    await screen.findByRole('alertdialog')
    const remove = screen.getByRole('button', { name: 'Remove' })
    await userEvent.click(remove)
    await expect(onSelect).not.toHaveBeenCalled()
    await userEvent.type(screen.getByRole('textbox'), 'hotel')
    await waitFor(() => expect(remove).not.toHaveAttribute('aria-disabled'))
    await userEvent.click(remove)
    await expect(onSelect).toHaveBeenCalledOnce()
  },
}

/** It has been asked for and is under way: the button waits, and a second press does nothing. */
export const ConfirmWaiting: Story = {
  render: () => (
    <Confirm title="Suspend Hotel zur Post?" action="Suspend" onConfirm={() => new Promise(() => {})} onClose={fn()}>
      Its people cannot sign in until you lift it.
    </Confirm>
  ),
  play: async ({ canvasElement, userEvent }) => {
    await userEvent.click(await find(canvasElement, '[type=submit]'))
    await find(canvasElement, '[type=submit][aria-disabled=true]')
  },
}

/** It went wrong: the dialog says so, stays, and can be tried again. */
export const ConfirmFailed: Story = {
  render: () => (
    <Confirm
      title="Suspend Hotel zur Post?"
      action="Suspend"
      tone="primary"
      onConfirm={() => Promise.reject(new Error('no answer'))}
      onClose={fn()}
    >
      Its people cannot sign in until you lift it.
    </Confirm>
  ),
  play: async ({ canvasElement, canvas, userEvent }) => {
    await userEvent.click(await find(canvasElement, '[type=submit]'))
    await canvas.findByRole('alert')
  },
}

/** Says what was done, and lets it be undone. It waits while the pointer or the focus is on it. */
export const ToastShown: Story = {
  render: function Toasted() {
    const said = useToasts()
    return (
      <>
        <Button onClick={() => said.show({ text: 'Hotel zur Post was removed.', onUndo: onSelect })}>Remove</Button>
        <Toasts toasts={said.toasts} onDismiss={said.dismiss} duration={3_600_000} />
      </>
    )
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Remove' }))
    await canvas.findByText('Hotel zur Post was removed.')
  },
}
