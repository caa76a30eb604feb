import { useEffect, useState, type ComponentProps } from 'react'
import { AccessPage } from './access-page.tsx'
import { navigate, useAddress } from './address.ts'
import { ChoosePerson } from './choose-person.tsx'
import { DemoBar } from './demo-bar.tsx'
import { useLook } from './look.ts'
import { MailboxPage } from './mailbox-page.tsx'
import { ManagePage } from './manage-page.tsx'
import { firstPageOf } from './navigation.tsx'
import { Panel } from './panel.tsx'
import { usePeople } from './people.ts'
import type { NewAccount } from './sign-up.tsx'

/** The panel of the hosting company: first who is there, then their work. Below it, what only a demo has. */
export function App() {
  const look = useLook()
  const { people, retry, takeDesk, signUp } = usePeople()
  const [chosen, setChosen] = useState(() => sessionStorage.getItem('panel.person'))
  const person = people?.find(({ id }) => id === chosen)
  const address = useAddress()
  const client = /^\/clients\/(acc_\w+)$/.exec(address.pathname)?.[1]

  useEffect(() => {
    if (chosen === null) sessionStorage.removeItem('panel.person')
    else sessionStorage.setItem('panel.person', chosen)
  }, [chosen])

  // nothing is shown for the moment until the people are known: they come from the same server as the page
  if (people === undefined) return null
  const goToDesk = (clientId: string) =>
    void takeDesk(clientId).then((desk) => {
      if (desk === undefined) return
      setChosen(desk)
      navigate(firstPageOf('client'))
    })
  const enter = async (account: NewAccount): Promise<boolean> => {
    const id = await signUp(account)
    if (id !== undefined) setChosen(id)
    return id !== undefined
  }
  const props = { look, person, people: people ?? [], onChoose: setChosen, onSignUp: enter, onTakeDesk: goToDesk }
  return (
    <>
      {openPage(address, props) ??
        (person ? (
          <Panel key={person.id} look={look} person={person} onLeave={() => setChosen(null)} />
        ) : (
          <ChoosePerson
            look={look}
            people={people}
            onRetry={retry}
            onChoose={({ id, kind }) => {
              if (address.pathname === '/') navigate(firstPageOf(kind), { replace: true })
              setChosen(id)
            }}
          />
        ))}
      <DemoBar
        look={look}
        person={person}
        onTakeDesk={client !== undefined && person?.kind === 'staff' ? () => goToDesk(client) : undefined}
      />
    </>
  )
}

/** The pages that links in mails lead to, for which nobody signs in; and the mailbox itself. */
function openPage({ pathname }: URL, props: ComponentProps<typeof AccessPage>) {
  if (pathname === '/access') return <AccessPage {...props} />
  if (pathname === '/access/manage') return <ManagePage look={props.look} />
  const [, isMailbox, mailId] = /^\/(mailbox)(?:\/(\w+))?$/.exec(pathname) ?? []
  return isMailbox ? <MailboxPage look={props.look} mailId={mailId} /> : undefined
}
