import type { PersonCard } from '../host/people.ts'
import { initialsOf } from './choose-person.tsx'
import { Icon } from './icons.tsx'
import { Link } from './link.tsx'
import { LookSwitches } from './look-switches.tsx'
import type { Look } from './look.ts'

/** Whose panel it is, and who sits in front of it. */
export function TopBar({ look, person, onLeave }: { look: Look; person: PersonCard; onLeave: () => void }) {
  const { words } = look
  return (
    <header className="top-bar">
      <Link className="brand" href="/">
        <Icon name="brand" /> Brightquay
      </Link>
      <span className="account">{person.account}</span>
      <LookSwitches look={look} />
      <button type="button" className="who" onClick={onLeave} title={words.leave}>
        <span className="initials" aria-hidden="true">
          {initialsOf(person.name)}
        </span>
        <span className="who-text">
          <span className="person-name">{person.name}</span>
          <span className="person-role">{words.role[person.role] ?? person.role}</span>
        </span>
        <span className="visually-hidden">{words.leave}</span>
      </button>
    </header>
  )
}
