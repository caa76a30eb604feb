import type { Role } from '@clientele/contract'
import { demoResellers, platformName, type ResellerKey } from './accounts.ts'

/** Somebody who can be chosen in place of a sign-in. */
export interface Person {
  id: string
  name: string
  email: string
  role: Role
  /** Where they work: a reseller, or the platform itself. */
  reseller: ResellerKey | null
}

export const people: readonly Person[] = [
  { id: 'ines', name: 'Ines Albrecht', email: 'ines@brightquay.example.net', role: 'platform_admin', reseller: null },
  {
    id: 'jana',
    name: 'Jana Petersen',
    email: 'jana@nordlicht.example.net',
    role: 'reseller_owner',
    reseller: 'nordlicht',
  },
  {
    id: 'marcus',
    name: 'Marcus Reed',
    email: 'marcus@copperline.example.net',
    role: 'reseller_owner',
    reseller: 'copperline',
  },
  { id: 'tom', name: 'Tom Wiese', email: 'tom@nordlicht.example.net', role: 'reseller_sales', reseller: 'nordlicht' },
  {
    id: 'aylin',
    name: 'Aylin Kaya',
    email: 'aylin@nordlicht.example.net',
    role: 'reseller_support',
    reseller: 'nordlicht',
  },
]

/** What the front end may know of a person. */
export interface PersonCard {
  id: string
  name: string
  role: Role
  /** The name of the account they work in. */
  account: string
  /** On which side of the hosting company's counter. A client's `id` is that of its account. */
  kind: 'staff' | 'client'
  /** Whether clients of other accounts than their own stand in their lists. */
  seesOthers: boolean
}

export const staffCards: readonly PersonCard[] = people.map(({ id, name, role, reseller }) => ({
  id,
  name,
  role,
  account: demoResellers.find(({ key }) => key === reseller)?.displayName ?? platformName,
  kind: 'staff',
  seesOthers:
    reseller === null || (role === 'reseller_owner' && demoResellers.some(({ parent }) => parent === reseller)),
}))
