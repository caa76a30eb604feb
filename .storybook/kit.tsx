import { handlers, mockFetch, type HandlerOptions } from '@clientele/mocks'
import { createClient } from '@clientele/sdk'
import type { StoryContext } from '@storybook/react-vite'
import type { HttpHandler } from 'msw'
import { useEffect, useState, type ReactNode } from 'react'
import { ClienteleProvider, type Density, type Theme } from '../packages/react/src/index.ts'
import { localeOf, withAccess } from './toolbars.ts'

/** What a story says of the API it talks to. Made anew for each story, so that none sees what another has done. */
interface StoryParameters {
  /** Who is calling and what is there. @default the examples of the contract */
  api?: () => HandlerOptions
  /** What is answered otherwise. */
  answers?: () => readonly HttpHandler[]
  /** In place of both: a scenario. */
  world?: () => readonly HttpHandler[]
}

/**
 * What stands around each story: a provider as the toolbars say, with a client of its own. It is handed a `fetch`, for
 * a docs page has one service worker for all its stories.
 */
export function Kit({ context, children }: { context: StoryContext; children: ReactNode }) {
  const { globals, parameters, viewMode } = context
  const [client] = useState(() => {
    const { api, answers, world } = parameters as StoryParameters
    const fetch = mockFetch(world?.() ?? [...(answers?.() ?? []), ...handlers(api?.())])
    return createClient({ baseUrl: 'http://clientele.test', token: 'session', retries: 0, fetch })
  })
  const theme = String(globals['theme']) as Theme
  const locale = localeOf(globals)
  useEffect(() => {
    Object.assign(document.documentElement, { lang: locale.code, dir: locale.dir })
    // on a docs page only the frames of the stories follow
    document.documentElement.dataset[viewMode === 'docs' ? 'docsTheme' : 'pageTheme'] = theme
  }, [locale, theme, viewMode])
  return (
    <ClienteleProvider
      client={client}
      locale={withAccess(locale)}
      theme={theme}
      density={String(globals['density']) as Density}
    >
      {children}
    </ClienteleProvider>
  )
}
