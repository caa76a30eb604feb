import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'
import { ThemeEditor } from './theme-editor.tsx'

const meta = {
  title: 'Theming/Theme editor',
  component: ThemeEditor,
  tags: ['!autodocs'],
} satisfies Meta<typeof ThemeEditor>

export default meta
type Story = StoryObj<typeof meta>

/** Any accent is made readable by the stylesheet, so it is always given out. */
export const Brand: Story = {
  args: { initial: { '--clientele-accent': '#ffd400' } },
  play: async ({ canvas }) => {
    await expect(canvas.getByLabelText('CSS to copy')).toHaveValue(':root {\n  --clientele-accent: #ffd400;\n}')
  },
}

/** Text that could not be read is not given out. */
export const BelowAA: Story = {
  args: { initial: { '--clientele-text-muted': '#a0a8b4' } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('alert')).toHaveTextContent('Hints on the surface (light)')
    await expect(canvas.queryByLabelText('CSS to copy')).toBeNull()
  },
}
