import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import { expect, fn, waitFor } from 'storybook/test'
import { find, tabTo } from '../../../../.storybook/find.ts'
import { inRoot } from '../../../../.storybook/in-root.tsx'
import { Badge } from './badge.tsx'
import { Button } from './button.tsx'
import { CheckField } from './check-field.tsx'
import { ChoiceField } from './choice-field.tsx'
import { CopyButton } from './copy-button.tsx'
import { DomainName } from './domain-name.tsx'
import { Failure } from './failure.tsx'
import { HiddenText } from './hidden-text.tsx'
import { Identity } from './identity.tsx'
import { Loading } from './loading.tsx'
import { Notice } from './notice.tsx'
import { Phone } from './phone.tsx'
import { Progress } from './progress.tsx'
import { SelectField } from './select-field.tsx'
import { TagsField } from './tags-field.tsx'
import { TextField } from './text-field.tsx'
import { TimeAgo } from './time-ago.tsx'

/** The parts that the components are made of. They are no API: hosts compose components, and parts change with those. */
const meta = {
  title: 'Parts/All',
  decorators: [inRoot],
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
        <SelectField
          label="Country"
          value=""
          placeholder="Choose a country"
          error="Please fill this in."
          onValue={fn()}
          options={[]}
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
        <ChoiceField
          legend="Customer type"
          value=""
          error="Please fill this in."
          onValue={fn()}
          choices={[
            { value: 'domain', label: 'Domain' },
            { value: 'team', label: 'Team' },
          ]}
        />
        <CheckField
          label="Educational institution"
          hint="A school or a university."
          {...{ checked }}
          onChecked={setChecked}
        />
        <TextField label="Description" rows={3} value="Asks for invoices on paper." onValue={fn()} />
      </>
    )
  },
}

/** Enter or a comma adds a tag, Backspace takes the last one away, and each has a button. */
export const Tags: Story = {
  render: function Tags() {
    const [tags, setTags] = useState<readonly string[]>(['hotel'])
    return (
      <>
        <TagsField label="Tags" hint="Enter or a comma adds one." optional tags={tags} onTags={setTags} />
        <TagsField label="Tags" error="These are too many: at most 2." tags={['one', 'two', 'three']} onTags={fn()} />
      </>
    )
  },
  play: async ({ canvasElement, userEvent }) => {
    const input = await find(canvasElement, '[data-part=tags-input]')
    await tabTo(userEvent, input)
    await userEvent.keyboard('vip, invoices on paper{Enter}late{Enter}{Backspace}')
    const said = await find(canvasElement, '[role=status]')
    await waitFor(() => expect(said).toHaveTextContent('hotel, vip, invoices on paper'))
    await expect(input).toHaveFocus()
  },
}

/** What is written as it is in every language: ids, domains, numbers; and what only a screen reader says. */
export const Values: Story = {
  render: () => (
    <>
      <Identity id="acc_01JHB6R2WN8X4Q0TZC7YV3M5EK" />
      <p data-part="text">
        <DomainName name="a-rather-long-name.of-a-department.university.example.org" />
      </p>
      <p data-part="text">
        <Phone number="+4930901820" />
      </p>
      <p data-part="text">
        Added <TimeAgo iso={new Date(Date.now() - 3 * 3_600_000).toISOString()} />
      </p>
      <p data-part="text">
        <Badge tone="warning">Ends soon</Badge> <HiddenText>and can be renewed</HiddenText>
      </p>
      <div data-part="actions">
        <CopyButton value="From now on Hafenhost looks after your account." label="Text to send" look="plain" />
      </div>
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
