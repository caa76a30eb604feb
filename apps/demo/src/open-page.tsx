import type { ReactNode } from 'react'
import { Icon } from './icons.tsx'
import { Link } from './link.tsx'
import { LookSwitches } from './look-switches.tsx'
import type { Look } from './look.ts'

/** A page for which nobody has to sign in. */
export function OpenPage({
  look,
  title,
  wide,
  children,
}: {
  look: Look
  title: string
  wide?: boolean
  children: ReactNode
}) {
  return (
    <main className={wide ? 'open-page open-page-wide' : 'open-page'}>
      <title>{`${title} · Brightquay`}</title>
      <div className="door-head">
        <Link className="brand" href="/">
          <Icon name="brand" /> Brightquay
        </Link>
        <LookSwitches look={look} />
      </div>
      {children}
    </main>
  )
}
