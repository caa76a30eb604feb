type Prefixed<P extends string, T> = { [K in keyof T & string as `${P}_${K}`]: string }

/** `scope_all`, `scope_domains`: texts by the values of the API, in one group with others and told apart from them. */
export function prefixed<P extends string, T extends Readonly<Record<string, string>>>(
  prefix: P,
  texts: T,
): Prefixed<P, T> {
  const entries = Object.entries(texts).map(([key, text]) => [`${prefix}_${key}`, text])
  return Object.fromEntries(entries) as Prefixed<P, T>
}
