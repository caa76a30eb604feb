import { Icon } from './icons.tsx'
import { Link } from './link.tsx'
import type { HostWords } from './words.ts'

/** The pages of the panel. All but the clients are the host's own and empty here. */
export const pages = [
  { name: 'dashboard', href: '/' },
  { name: 'clients', href: '/clients' },
  { name: 'domains', href: '/domains' },
  { name: 'servers', href: '/servers' },
  { name: 'invoices', href: '/invoices' },
] as const

export type PageName = (typeof pages)[number]['name']

export function Navigation({ words, current }: { words: HostWords; current: PageName | undefined }) {
  return (
    <nav className="navigation" aria-label={words.navigation}>
      <ul>
        {pages.map(({ name, href }) => (
          <li key={name}>
            <Link href={href} aria-current={name === current ? 'page' : undefined}>
              <Icon name={name} /> {words[name]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
