import { aClient, handlers, scenarios } from '@clientele/mocks'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import { CustomersPage } from './customers-page.tsx'
import { mockedApi } from './mocked-api.ts'

// A docs page shows all stories at once: each gets handlers, and so a memory, of its own.
const meta = {
  title: 'For embedders/Customers page',
  component: CustomersPage,
  argTypes: { api: { control: false } },
} satisfies Meta<typeof CustomersPage>

export default meta
type Story = Omit<StoryObj<typeof meta>, 'args'>

const story = (answers: () => ReturnType<typeof handlers>): Story => ({
  render: function Page() {
    const [api] = useState(() => mockedApi(answers()))
    return <CustomersPage api={api} />
  },
})

export const Filled = story(() => handlers({ data: { clients: [aClient(), aClient(), aClient({ form: 'quick' })] } }))
export const Empty = story(() => scenarios.empty())
export const ForSupportStaff = story(() => handlers({ role: 'reseller_support' }))
export const Offline = story(() => scenarios.offline())
