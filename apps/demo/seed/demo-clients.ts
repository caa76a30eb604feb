import type { CreateClient } from '@clientele/contract'
import type { ResellerKey } from '../host/accounts.ts'
import type { DemoClient } from './demo-client.ts'
import { namesakes } from './namesakes.ts'
import { englishNotes, germanNotes, type Notes } from './notes.ts'
import { createRandom, type Random } from './random.ts'
import * as regions from './regions.ts'
import type { Name, Region } from './regions.ts'
import { slugOf, umlautSlugOf } from './slug.ts'

interface Plan {
  reseller: ResellerKey
  count: number
  notes: Notes
  /** Repeated: more often. */
  regions: readonly Region[]
}

const { germany, denmark, poland, turkey, britain, america, france, spain, italy, japan, emirates, greece } = regions

const plans: readonly Plan[] = [
  {
    reseller: 'nordlicht',
    count: 92,
    notes: germanNotes,
    regions: [germany, germany, germany, germany, germany, germany, denmark, poland, turkey, greece],
  },
  { reseller: 'fjordblick', count: 34, notes: germanNotes, regions: [germany, germany, germany, denmark, denmark] },
  {
    reseller: 'copperline',
    count: 66,
    notes: englishNotes,
    regions: [britain, britain, britain, britain, britain, america, america, france, spain, italy, japan, emirates],
  },
]

/** All 200, oldest first, and the same at every start. */
export function demoClients(): DemoClient[] {
  const taken = new Set<string>()
  const planned = plans.flatMap((plan, index) => {
    const random = createRandom(2_026 + index)
    return Array.from({ length: plan.count }, () => aNewClient(plan, random, taken))
  })
  const sorted = [...planned, ...namesakes()].toSorted((a, b) => b.daysAgo - a.daysAgo)
  return sorted.map((client, index) => ({
    ...client,
    input: { ...client.input, externalIds: [{ system: 'billing', id: `C-${10_001 + index}` }], acceptDuplicate: true },
  }))
}

/** Equal names are rare, as they are in life: it looks for another one a few times. */
function aNewClient(plan: Plan, random: Random, taken: Set<string>): DemoClient {
  for (let tries = 1; ; tries++) {
    const client = aClient(plan, random, taken)
    const name = nameOf(client.input)
    if (taken.has(name) && tries < 20) continue
    taken.add(name)
    return client
  }
}

function nameOf(input: CreateClient): string {
  if (input.form === 'organization') return input.name
  return input.company ?? `${input.person.firstName} ${input.person.lastName}`
}

function aClient(plan: Plan, random: Random, taken: Set<string>): DemoClient {
  const region = random.pick(plan.regions)
  const daysAgo = 2 + random.int(1_000)
  const notes = {
    ...(random.chance(0.4) ? { description: random.pick(plan.notes.descriptions) } : {}),
    ...(random.chance(0.45) ? { tags: [random.pick(plan.notes.tags), random.pick(plan.notes.tags)] } : {}),
    ...(region.phone && random.chance(0.6) ? { phone: `${region.phone}${10 + random.int(90)}` } : {}),
    languageCode: region.languageCode,
    regionCode: region.countryCode,
  }
  const shared = { reseller: plan.reseller, daysAgo }
  if (random.chance(0.45)) {
    return { ...shared, verification: 'none', input: { ...aPerson(region, random), ...notes } }
  }
  const verification = random.pick(['none', 'email_verified', 'domain_verified', 'domain_verified'] as const)
  return { ...shared, verification, input: { ...anOrganization(region, random, taken), ...notes } }
}

function aPerson(region: Region, random: Random): CreateClient {
  const [first, last] = [random.pick(region.firstNames), random.pick(region.lastNames)]
  return {
    form: 'quick',
    person: { firstName: spelled(first), lastName: spelled(last) },
    ...(random.chance(0.35)
      ? { company: fill(random.pick(region.businesses), last, random.pick(region.places).city)[0] }
      : {}),
    ...(random.chance(0.5) ? { primaryEmail: `${latin(first)}.${latin(last)}@example.com` } : {}),
  }
}

const families = ['google_workspace', 'google_workspace', 'google_workspace', 'hosting', 'hosting', 'cloud_identity']

function anOrganization(region: Region, random: Random, taken: Set<string>): CreateClient {
  const [first, last] = [random.pick(region.firstNames), random.pick(region.lastNames)]
  const place = random.pick(region.places)
  const isSchool = region.schools !== undefined && random.chance(0.12)
  const [name, label] = fill(random.pick(isSchool ? (region.schools ?? []) : region.businesses), last, place.city)
  const wanted = region === germany && random.chance(0.35) ? umlautSlugOf(label) : slugOf(label)
  const primaryDomain = freeDomain(wanted, random.pick(['example.com', 'example.org', 'example.net']), taken)
  return {
    form: 'organization',
    name,
    productFamily: random.pick(families),
    customerType: 'domain',
    ...(isSchool ? { segments: ['education' as const] } : {}),
    primaryDomain,
    primaryEmail: `${latin(first)}@${primaryDomain}`,
    secondaryEmail: `${latin(first)}.${latin(last)}@mail.example.net`,
    admin: { firstName: spelled(first), lastName: spelled(last) },
    postalAddress: {
      countryCode: region.countryCode,
      line1: `${random.pick(region.streets)} ${1 + random.int(80)}`,
      locality: place.city,
      ...(place.postalCode === undefined ? {} : { postalCode: place.postalCode }),
      ...(place.region === undefined ? {} : { region: place.region }),
    },
  }
}

function fill(pattern: Name, last: Name, city: string): [name: string, label: string] {
  const [name, label] = typeof pattern === 'string' ? [pattern, pattern] : pattern
  return [
    name.replace('{last}', spelled(last)).replace('{city}', city),
    label.replace('{last}', typeof last === 'string' ? last : last[1]).replace('{city}', city),
  ]
}

function freeDomain(label: string, ending: string, taken: Set<string>): string {
  for (let number = 1; ; number++) {
    const domain = `${label}${number === 1 ? '' : `-${number}`}.${ending}`
    if (taken.has(domain)) continue
    taken.add(domain)
    return domain
  }
}

const spelled = (name: Name) => (typeof name === 'string' ? name : name[0])
const latin = (name: Name) => (typeof name === 'string' ? slugOf(name) : name[1])
