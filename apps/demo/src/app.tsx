import { useEffect, useState } from 'react'
import { navigate } from './address.ts'
import { ChoosePerson } from './choose-person.tsx'
import { useLook } from './look.ts'
import { Panel } from './panel.tsx'
import { usePeople } from './people.ts'

/** The panel of the hosting company: first who is there, then their work. */
export function App() {
  const look = useLook()
  const { people, retry } = usePeople()
  const [chosen, setChosen] = useState(() => sessionStorage.getItem('panel.person'))
  const person = people?.find(({ id }) => id === chosen)

  useEffect(() => {
    if (chosen === null) sessionStorage.removeItem('panel.person')
    else sessionStorage.setItem('panel.person', chosen)
  }, [chosen])

  // nothing is shown for the moment until the people are known: they come from the same server as the page
  if (people === undefined) return null
  if (person) return <Panel key={person.id} look={look} person={person} onLeave={() => setChosen(null)} />
  return (
    <ChoosePerson
      look={look}
      people={people}
      onRetry={retry}
      onChoose={(id) => {
        if (window.location.pathname === '/') navigate('/clients', { replace: true })
        setChosen(id)
      }}
    />
  )
}
