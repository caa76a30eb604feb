/** What a published `exports` says of one entry point: a file, or files by who asks. */
export type Exported = string | Readonly<Record<string, unknown>>

/**
 * Entry points, by the profile of attw that fits them: `node16` where `import` and `require` both reach them, `esm-only`
 * where there is no `require`, because browsers load them without a bundler and have no CommonJS.
 */
export type EntryPoints = Record<'node16' | 'esm-only', string[]>

/** The entry points of a package that have types: all but style sheets. attw leaves out patterns, so they are filled in. */
export function entryPointsOf(exports: Readonly<Record<string, Exported>>, files: readonly string[]): EntryPoints {
  const points: EntryPoints = { node16: [], 'esm-only': [] }
  for (const [name, entry] of Object.entries(exports)) {
    if (typeof entry === 'string' || name.endsWith('.css')) continue
    points['require' in entry ? 'node16' : 'esm-only'].push(...filled(name, entry, files))
  }
  return points
}

function filled(name: string, entry: Exported, files: readonly string[]): string[] {
  if (!name.includes('*')) return [name]
  const [before = '', after = ''] = firstFile(entry).split('*')
  return files
    .filter((file) => file.startsWith(before) && file.endsWith(after))
    .map((file) => name.replace('*', file.slice(before.length, file.length - after.length)))
}

/** Conditions may be nested; all of an entry's files are named alike. */
function firstFile(entry: unknown): string {
  if (typeof entry === 'string') return entry
  return firstFile(Object.values(entry as Record<string, unknown>)[0])
}
