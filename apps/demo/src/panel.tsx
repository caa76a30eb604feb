import { useEffect, useMemo, useRef } from 'react'
import type { PersonCard } from '../host/people.ts'
import { navigate, useAddress } from './address.ts'
import { ClientPage } from './client-page.tsx'
import { ClientsPage } from './clients-page.tsx'
import { Kit } from './kit.tsx'
import type { Look } from './look.ts'
import { MyAccessPage } from './my-access-page.tsx'
import { MyProductsPage } from './my-products-page.tsx'
import { firstPageOf, Navigation, pageAt } from './navigation.tsx'
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
  const { words } = look
  const { kind } = person
  const address = useAddress()
  const client = useMemo(() => clienteleFor({ person: person.id }), [person.id])
  const main = useFocusOnNewPage(address.pathname)
  const opened = kind === 'staff' ? /^\/clients\/(acc_\w+)$/.exec(address.pathname)?.[1] : undefined
  const page = pageAt(kind, address.pathname)
  const title = opened === undefined ? (page ? words[page] : words.notFound) : words.client

  useEffect(() => {
    if (kind === 'client' && address.pathname === '/') navigate(firstPageOf(kind), { replace: true })
  }, [kind, address.pathname])

  return (
    <div className="panel">
      <title>{`${title} · Brightquay`}</title>
      <a className="skip" href="#main">
        {words.skip}
      </a>
      <TopBar {...{ look, person, onLeave }} />
      <Navigation words={words} kind={kind} current={opened === undefined ? page : 'clients'} />
      <main id="main" ref={main} tabIndex={-1}>
        <Kit look={look} client={client}>
          {opened !== undefined ? (
            <ClientPage words={words} clientId={opened} />
          ) : page === 'clients' ? (
            <ClientsPage words={words} person={person} address={address} />
          ) : page === 'access' ? (
            <MyAccessPage words={words} clientId={person.id} />
          ) : page === 'products' ? (
            <MyProductsPage words={words} clientId={person.id} />
          ) : (
            <>
              <h1>{title}</h1>
              <p className="lead">{page ? words.elsewhere : null}</p>
            </>
          )}
        </Kit>
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
