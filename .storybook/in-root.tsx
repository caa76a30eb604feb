import type { Decorator } from '@storybook/react-vite'
import type { ReactNode } from 'react'
import { useRootProps } from '../packages/react/src/parts/use-root-props.ts'

/** What a component's root is to its parts: it brings theme, language and direction. */
function Root({ children }: { children: ReactNode }) {
  return (
    <div {...useRootProps('parts', 'filled')}>
      <div style={{ display: 'grid', gap: 16 }}>{children}</div>
    </div>
  )
}

/** For stories of parts, which stand inside of a component. */
export const inRoot: Decorator = (Story) => (
  <Root>
    <Story />
  </Root>
)
