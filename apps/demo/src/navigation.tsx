import type { PersonCard } from '../host/people.ts'
import { Icon } from './icons.tsx'
import { Link } from './link.tsx'
import type { HostWords } from './words.ts'

/** The pages of the panel, on each side of the counter. Those that have no words of their own are the host's and empty. */
const pages = {
  staff: [
    { name: 'dashboard', href: '/' },
    { name: 'clients', href: '/clients' },
    { name: 'domains', href: '/domains' },
    { name: 'servers', href: '/servers' },
    { name: 'invoices', href: '/invoices' },
  ],
  client: [
    { name: 'access', href: '/my/access' },
    { name: 'products', href: '/my/products' },
    { name: 'invoices', href: '/invoices' },
  ],
} as const

type Kind = PersonCard['kind']
export type PageName = (typeof pages)[Kind][number]['name']

/** Where somebody begins. */
export function firstPageOf(kind: Kind): string {
  return kind === 'client' ? '/my/access' : '/clients'
}

/** The page at an address, where there is one for this side. */
export function pageAt(kind: Kind, path: string): PageName | undefined {
  return pages[kind].find(({ href }) => href === path)?.name
}

export function Navigation({ words, kind, current }: { words: HostWords; kind: Kind; current: PageName | undefined }) {
  return (
    <nav className="navigation" aria-label={words.navigation}>
      <ul>
        {pages[kind].map(({ name, href }) => (
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
