import type { RanTest } from './ran-test.ts'
import type { Rule } from './rules.ts'

/** `docs/coverage.md`: each rule with the tests that ran, passed and name it, or with the reason why there is none. */
export function coverageMarkdown(rules: readonly Rule[], tests: readonly RanTest[]): string {
  const sections = rules.map((rule) => {
    const notes = [
      ...(rule.kept === undefined ? [] : [`Not tested here: ${rule.kept}`]),
      ...(rule.later === undefined ? [] : [`Still to come: ${rule.later}.`]),
    ]
    return [`## ${rule.id}`, rule.says, ...notes, proofs(rule, tests).join('\n')].filter(Boolean).join('\n\n')
  })
  return `${[
    '# Rules and their tests',
    'Written by `npx -y pnpm@12 run docs` from the last full test run. A test proves a rule when its title names it.',
    ...sections,
  ].join('\n\n')}\n`
}

/** The rules that have neither a test nor a reason. */
export function unproven(rules: readonly Rule[], tests: readonly RanTest[]): Rule[] {
  return rules.filter((rule) => rule.kept === undefined && proofs(rule, tests).length === 0)
}

/** Numbers in titles that no rule has: mistyped, or left out of the table. */
export function unknownRules(rules: readonly Rule[], tests: readonly RanTest[]): string[] {
  const known = new Set(rules.map((rule) => rule.id.toLowerCase()))
  const named = tests.flatMap((test) => [...rulesIn(test.title)].map((id) => ({ id, test })))
  return named.filter(({ id }) => !known.has(id)).map(({ id, test }) => `${id} (${test.file}: ${test.title})`)
}

function proofs(rule: Rule, tests: readonly RanTest[]): string[] {
  const places = new Map<string, Set<string>>()
  for (const test of tests) {
    if (test.status !== 'passed' || !rulesIn(test.title).has(rule.id.toLowerCase())) continue
    const line = `- ${test.file}: ${test.title}`
    places.set(line, (places.get(line) ?? new Set()).add(placeOf[test.project] ?? ''))
  }
  return [...places]
    .map(([line, found]) => {
      const names = [...found].filter(Boolean).toSorted()
      return names.length > 0 ? `${line} (${names.join(', ')})` : line
    })
    .toSorted()
}

const placeOf: Record<string, string> = {
  'server-pglite': 'PGlite',
  'server-postgres': 'PostgreSQL',
  'e2e-chromium': 'desktop',
  'e2e-phone': 'phone',
}

/** `R15`, `R15–R17` (both ends and what lies between), `scenario 6`. */
function rulesIn(title: string): Set<string> {
  const ids = new Set<string>()
  for (const [, from, to] of title.matchAll(/\bR(\d+)(?:[–-]R?(\d+))?\b/g)) {
    for (let number = Number(from); number <= Number(to ?? from); number++) ids.add(`r${number}`)
  }
  for (const [, number] of title.matchAll(/\bscenario (\d+)\b/gi)) ids.add(`scenario ${number ?? ''}`)
  return ids
}
