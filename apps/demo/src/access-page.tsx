import { AccessRequestLanding, useLink } from '@clientele/react/access'
import { useMemo, useState } from 'react'
import type { PersonCard } from '../host/people.ts'
import { PeopleList } from './choose-person.tsx'
import { Kit } from './kit.tsx'
import type { Look } from './look.ts'
import { OpenPage } from './open-page.tsx'
import { clienteleFor } from './session.ts'
import { SignUp, type NewAccount } from './sign-up.tsx'

interface Props {
  look: Look
  person: PersonCard | undefined
  people: readonly PersonCard[]
  onChoose: (person: string) => void
  /** Resolves with whether somebody has an account now, and is signed in to it. */
  onSignUp: (account: NewAccount) => Promise<boolean>
  /** Goes to the account of a client, at the hosting company. */
  onTakeDesk: (clientId: string) => void
}

/** Where the link in a request leads to. Most people have no account here, and need none; who has one signs in. */
export function AccessPage({ look, person, people, onChoose, onSignUp, onTakeDesk }: Props) {
  const { words } = look
  const link = useLink()
  const [entering, setEntering] = useState<'sign-in' | 'sign-up'>()
  const [accepted, setAccepted] = useState<string>()
  // whoever works at the hosting company answers for nobody
  const signedIn = person?.kind === 'client' ? person.id : undefined
  const client = useMemo(() => clienteleFor({ link, person: signedIn }), [link, signedIn])
  return (
    <OpenPage look={look} title={words.request}>
      {entering === 'sign-up' ? (
        <SignUp
          words={words}
          onBack={() => setEntering(undefined)}
          onSignUp={async (account) => {
            const isDone = await onSignUp(account)
            if (isDone) setEntering(undefined)
            return isDone
          }}
        />
      ) : entering === 'sign-in' ? (
        <>
          <h1>{words.signInAs}</h1>
          <p className="lead">{words.signInText}</p>
          <PeopleList
            words={words}
            people={people.filter(({ kind }) => kind === 'client')}
            onChoose={({ id }) => {
              onChoose(id)
              setEntering(undefined)
            }}
          />
        </>
      ) : (
        <>
          <h1 className="visually-hidden">{words.request}</h1>
          <div className="card">
            <Kit look={look} client={client}>
              <AccessRequestLanding
                key={link}
                onSignIn={() => setEntering('sign-in')}
                onSignUp={() => setEntering('sign-up')}
                onAccepted={({ clientId }) => setAccepted(clientId)}
              />
            </Kit>
          </div>
          {accepted === undefined ? null : (
            <p className="onwards">
              <button type="button" className="button" onClick={() => onTakeDesk(accepted)}>
                {words.toMyAccount}
              </button>
            </p>
          )}
        </>
      )}
    </OpenPage>
  )
}
