import { useState } from 'react'
import type { ClockStep } from '../host/demo-clock.ts'
import type { PersonCard } from '../host/people.ts'
import { Icon } from './icons.tsx'
import { Link } from './link.tsx'
import type { Look } from './look.ts'
import { moveClock, useMinute } from './page-clock.ts'

interface Props {
  look: Look
  /** `undefined` where nobody is signed in. */
  person: PersonCard | undefined
  /** Given on the page of a client: sits down at that client's own desk. */
  onTakeDesk?: (() => void) | undefined
}

const steps: readonly ClockStep[] = ['hour', 'day', 'month']

/** What only a demo has: who one is just now, everybody's mailbox, and a clock that can be moved. */
export function DemoBar({ look, person, onTakeDesk }: Props) {
  const { words, language } = look
  const [moving, setMoving] = useState<ClockStep>()
  const now = new Date(useMinute() * 60_000)
  const shown = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(now)
  const move = async (step: ClockStep) => {
    setMoving(step)
    await moveClock(step)
    setMoving(undefined)
  }
  return (
    <aside className="demo-bar" aria-label={words.demo}>
      <span className="demo-who">
        <strong>{words.demo}</strong> <span>{person ? words.youAre(person) : words.youHoldALink}</span>
      </span>
      <time dateTime={now.toISOString()}>{shown}</time>
      {onTakeDesk ? (
        <button type="button" className="demo-button" onClick={onTakeDesk}>
          {words.takeDesk}
        </button>
      ) : null}
      <Link className="demo-button" href="/mailbox">
        <Icon name="mail" /> {words.mailbox}
      </Link>
      <div className="demo-clock" role="group" aria-label={words.clock}>
        {steps.map((step) => (
          <button
            key={step}
            type="button"
            className="demo-button"
            aria-disabled={moving !== undefined}
            onClick={() => (moving === undefined ? void move(step) : undefined)}
          >
            {words.clockSteps[step]}
          </button>
        ))}
      </div>
    </aside>
  )
}
