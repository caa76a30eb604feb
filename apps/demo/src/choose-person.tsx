import type { PersonCard } from '../host/people.ts'
import { Icon } from './icons.tsx'
import { LookSwitches } from './look-switches.tsx'
import type { Look } from './look.ts'

interface Props {
  look: Look
  people: readonly PersonCard[] | null
  onRetry: () => void
  onChoose: (person: PersonCard) => void
}

const kinds = ['staff', 'client'] as const

/** Stands in the place of a sign-in. */
export function ChoosePerson({ look, people, onRetry, onChoose }: Props) {
  const { words } = look
  return (
    <main className="door">
      <div className="door-head">
        <span className="brand">
          <Icon name="brand" /> Brightquay
        </span>
        <LookSwitches look={look} />
      </div>
      <h1>{words.chooseTitle}</h1>
      <p className="lead">{words.chooseText}</p>
      {people === null ? (
        <div role="alert" className="card">
          <p>{words.chooseFailed}</p>
          <button type="button" className="button" onClick={onRetry}>
            {words.retry}
          </button>
        </div>
      ) : (
        kinds.map((kind) => (
          <section key={kind} aria-labelledby={`people-${kind}`}>
            <h2 id={`people-${kind}`}>{words.people[kind]}</h2>
            <PeopleList words={words} people={people.filter((person) => person.kind === kind)} onChoose={onChoose} />
          </section>
        ))
      )}
    </main>
  )
}

type PeopleListProps = Pick<Props, 'onChoose'> & { words: Look['words']; people: readonly PersonCard[] }

export function PeopleList({ words, people, onChoose }: PeopleListProps) {
  return (
    <ul className="people card">
      {people.map((person) => (
        <li key={person.id}>
          <button type="button" onClick={() => onChoose(person)}>
            <span className="initials" aria-hidden="true">
              {initialsOf(person.name)}
            </span>
            <span className="person-name">{person.name}</span>
            <span className="person-role">
              {[
                words.role[person.role] ?? person.role,
                ...(person.account === person.name ? [] : [person.account]),
              ].join(' · ')}
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}

export function initialsOf(name: string): string {
  return name
    .split(' ')
    .map((word) => word[0] ?? '')
    .join('')
    .slice(0, 2)
}
