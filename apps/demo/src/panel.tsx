import { ClienteleProvider } from '@clientele/react'
import { de } from '@clientele/react/locales/de'
import { en } from '@clientele/react/locales/en'
import { useEffect, useMemo, useRef } from 'react'
import type { PersonCard } from '../host/people.ts'
import { useAddress } from './address.ts'
import { ClientPage } from './client-page.tsx'
import { ClientsPage } from './clients-page.tsx'
import type { Look } from './look.ts'
import { Navigation, pages } from './navigation.tsx'
import { clienteleFor } from './session.ts'
import { TopBar } from './top-bar.tsx'

interface Props {
  look: Look
  person: PersonCard
  onLeave: () => void
}

/*
  brand                 language · theme · person
  navigation | page
*/
export function Panel({ look, person, onLeave }: Props) {
  const { words, language, theme } = look
  const address = useAddress()
  const client = useMemo(() => clienteleFor(person.id), [person.id])
  const main = useFocusOnNewPage(address.pathname)
  const opened = /^\/clients\/(acc_\w+)$/.exec(address.pathname)?.[1]
  const page = pages.find(({ href }) => href === address.pathname)
  const title = opened === undefined ? (page ? words[page.name] : words.notFound) : words.client

  return (
    <div className="panel">
      <title>{`${title} · Brightquay`}</title>
      <a className="skip" href="#main">
        {words.skip}
      </a>
      <TopBar {...{ look, person, onLeave }} />
      <Navigation words={words} current={opened === undefined ? page?.name : 'clients'} />
      <main id="main" ref={main} tabIndex={-1}>
        <ClienteleProvider client={client} locale={language === 'de' ? de : en} theme={theme}>
          {opened !== undefined ? (
            <ClientPage words={words} clientId={opened} />
          ) : page?.name === 'clients' ? (
            <ClientsPage words={words} person={person} address={address} />
          ) : (
            <>
              <h1>{title}</h1>
              <p className="lead">{page ? words.elsewhere : null}</p>
            </>
          )}
        </ClienteleProvider>
      </main>
    </div>
  )
}

/** What a page load does by itself: the reader begins at the top of the new page. */
function useFocusOnNewPage(path: string) {
  const main = useRef<HTMLElement>(null)
  const shown = useRef(path)
  useEffect(() => {
    if (shown.current === path) return
    shown.current = path
    main.current?.focus({ preventScroll: true })
    window.scrollTo(0, 0)
  }, [path])
  return main
}
