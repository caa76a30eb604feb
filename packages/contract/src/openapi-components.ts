interface WithSchemas {
  components?: { schemas?: Record<string, unknown> }
}

const suffix = 'Output'

/**
 * Leaves out the schemas that nothing refers to, and takes the suffix off those that are answers alone. The library
 * writes each registered schema once as input and once as output, whether both are used or not.
 */
export function tidyComponents<T extends WithSchemas>(document: T): T {
  const schemas = document.components?.schemas ?? {}
  const text = JSON.stringify(document)
  const unused = Object.keys(schemas).filter((name) => !text.includes(ref(name)))
  if (unused.length > 0) return tidyComponents(withSchemas(document, (name) => !unused.includes(name)))
  const renamed = Object.keys(schemas).filter((name) => name.endsWith(suffix) && !(bare(name) in schemas))
  const tidy = renamed.reduce((json, name) => json.replaceAll(ref(name), ref(bare(name))), text)
  const parsed = JSON.parse(tidy) as T
  return withSchemas(
    parsed,
    () => true,
    (name) => (renamed.includes(name) ? bare(name) : name),
  )
}

function withSchemas<T extends WithSchemas>(
  document: T,
  keep: (name: string) => boolean,
  rename = (name: string) => name,
): T {
  const entries = Object.entries(document.components?.schemas ?? {}).filter(([name]) => keep(name))
  const schemas = Object.fromEntries(
    entries.map(([name, schema]) => [rename(name), schema] as const).toSorted(([a], [b]) => (a < b ? -1 : 1)),
  )
  return { ...document, components: { ...document.components, schemas } }
}

function ref(name: string): string {
  return `"#/components/schemas/${name}"`
}

function bare(name: string): string {
  return name.slice(0, -suffix.length)
}
