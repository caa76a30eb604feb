import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState, type ReactNode } from 'react'
import { expect, fn, screen, waitFor } from 'storybook/test'
import { find, tabTo } from '../../../../.storybook/find.ts'
import { Badge } from './badge.tsx'
import { Button } from './button.tsx'
import { CheckField } from './check-field.tsx'
import { ChoiceField } from './choice-field.tsx'
import { Confirm } from './confirm.tsx'
import { Dialog } from './dialog.tsx'
import { Failure } from './failure.tsx'
import { Identity } from './identity.tsx'
import { Loading } from './loading.tsx'
import { Menu } from './menu.tsx'
import { Notice } from './notice.tsx'
import { Progress } from './progress.tsx'
import { SelectField } from './select-field.tsx'
import { TextField } from './text-field.tsx'
import { TimeAgo } from './time-ago.tsx'
import { Toasts, useToasts } from './toast.tsx'
import { useRootProps } from './use-root-props.ts'

/** What a component's root is to its parts. */
function Root({ children }: { children: ReactNode }) {
  return (
    <div {...useRootProps('parts', 'filled')}>
      <div style={{ display: 'grid', gap: 16 }}>{children}</div>
    </div>
  )
}

const onSelect = fn()

/** The parts that the components are made of. They stand inside a component's root, which brings the theme. */
const meta = {
  title: 'Parts/All',
  decorators: [
    (Story) => (
      <Root>
        <Story />
      </Root>
    ),
  ],
} satisfies Meta

export default meta
type Story = StoryObj

export const Buttons: Story = {
  tags: ['modes'],
  render: () => (
    <>
      <div data-part="actions">
        <Button look="primary">Save</Button>
        <Button>Cancel</Button>
        <Button look="danger">Delete</Button>
        <Button look="quiet">Copy</Button>
        <Button look="link">Open Hotel zur Post</Button>
      </div>
      <div data-part="actions">
        <Button look="primary" busy>
          Saving …
        </Button>
        <Button refusedBy="buttons-reason">Add a client</Button>
        <span data-part="hint" id="buttons-reason">
          Your role does not allow this.
        </span>
      </div>
    </>
  ),
}

export const Badges: Story = {
  render: () => (
    <div data-part="actions">
      <Badge>Closed</Badge>
      <Badge tone="positive">Active</Badge>
      <Badge tone="warning">Being set up</Badge>
      <Badge tone="danger">Suspended</Badge>
    </div>
  ),
}

export const Notices: Story = {
  tags: ['modes'],
  render: () => (
    <>
      <Notice>Changes the client makes in its own console do not appear here by themselves.</Notice>
      <Notice tone="warning" title="Two clients like this one are there already" actions={<Button>Add anyway</Button>}>
        One has the same name.
      </Notice>
      <Notice tone="danger" title="The client cannot be added">
        It uses an edition that a reseller cannot take over.
      </Notice>
      <Notice tone="positive">Saved.</Notice>
      <Failure error={new Error('no answer')} title="The list could not be loaded" onRetry={fn()} />
    </>
  ),
}

export const Fields: Story = {
  tags: ['modes'],
  render: function Fields() {
    const [kind, setKind] = useState('person')
    const [checked, setChecked] = useState(true)
    return (
      <>
        <div data-part="field-row">
          <TextField label="First name" value="Maria" onValue={fn()} />
          <TextField label="Last name" value="" error="Please fill this in." onValue={fn()} />
        </div>
        <TextField label="Phone" hint="With the country code, as in +49 30 1234567." optional value="" onValue={fn()} />
        <SelectField
          label="Product family"
          value="mail"
          onValue={fn()}
          options={[{ value: 'mail', label: 'Mail and calendar' }]}
        />
        <ChoiceField
          legend="Kind of client"
          value={kind}
          onValue={setKind}
          choices={[
            { value: 'person', label: 'A person', hint: 'A name is enough.' },
            { value: 'organization', label: 'An organization' },
            { value: 'team', label: 'A team', hint: 'Only for some products.', disabled: true },
          ]}
        />
        <CheckField label="Educational institution" checked={checked} onChecked={setChecked} />
        <TextField label="Description" rows={3} value="Asks for invoices on paper." onValue={fn()} />
      </>
    )
  },
}

export const IdAndTime: Story = {
  render: () => (
    <>
      <Identity id="acc_01JHB6R2WN8X4Q0TZC7YV3M5EK" />
      <p data-part="text">
        Added <TimeAgo iso={new Date(Date.now() - 3 * 3_600_000).toISOString()} />
      </p>
    </>
  ),
}

export const LoadingAndProgress: Story = {
  render: () => (
    <>
      <Loading lines={3} />
      <Progress label="12 of 40 clients" value={0.3} />
      <Progress label="Being set up" />
    </>
  ),
}

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
