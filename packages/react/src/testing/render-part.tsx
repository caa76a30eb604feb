import { createClient } from '@clientele/sdk'
import { render } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { useRootProps } from '../parts/use-root-props.ts'
import { ClienteleProvider } from '../provider/clientele-provider.tsx'

// a part asks the service for nothing
const client = createClient({ baseUrl: 'http://clientele.test', token: 'token', fetch: () => new Promise(() => {}) })

function Root({ children }: { children: ReactNode }) {
  return <div {...useRootProps('part', 'filled')}>{children}</div>
}

/** Puts a small part where components have it: below a provider, inside of a root. */
export function renderPart(ui: ReactNode) {
  const inside = (children: ReactNode) => (
    <ClienteleProvider client={client}>
      <Root>{children}</Root>
    </ClienteleProvider>
  )
  const { rerender, ...view } = render(inside(ui))
  return { ...view, user: userEvent.setup(), rerender: (children: ReactNode) => rerender(inside(children)) }
}
