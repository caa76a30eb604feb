import type { PersonCard } from '../host/people.ts'
import { Icon } from './icons.tsx'
import { LookSwitches } from './look-switches.tsx'
import type { Look } from './look.ts'

interface Props {
  look: Look
  people: readonly PersonCard[] | null
  onRetry: () => void
  onChoose: (person: string) => void
}

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
        <ul className="people card">
          {people.map(({ id, name, role, account }) => (
            <li key={id}>
              <button type="button" onClick={() => onChoose(id)}>
                <span className="initials" aria-hidden="true">
                  {initialsOf(name)}
                </span>
                <span className="person-name">{name}</span>
                <span className="person-role">
                  {words.role[role] ?? role} · {account}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </main>
  )
}

export function initialsOf(name: string): string {
  return name
    .split(' ')
    .map((word) => word[0] ?? '')
    .join('')
}
