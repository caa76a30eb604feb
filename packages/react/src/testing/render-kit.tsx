import { render } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { ClienteleProvider, type ClienteleProviderProps } from '../provider/clientele-provider.tsx'
import type { Visitor } from './start-server.ts'

/** Puts components before a visitor, as a host would. */
export function renderKit(visitor: Visitor, ui: ReactNode, props: Partial<ClienteleProviderProps> = {}) {
  const user = userEvent.setup()
  const inside = (children: ReactNode) => (
    <ClienteleProvider client={visitor.client} {...props}>
      {children}
    </ClienteleProvider>
  )
  const { rerender, ...view } = render(inside(ui))
  return { ...view, user, rerender: (children: ReactNode) => rerender(inside(children)) }
}
