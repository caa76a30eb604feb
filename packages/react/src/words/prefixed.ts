/** `scope_all`, `scope_domains`: texts by the values of the API, in one group with others and told apart from them. */
export function prefixed<P extends string, T extends Readonly<Record<string, string>>>(prefix: P, texts: T) {
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [`${prefix}_${key}`, text])) as {
    [K in keyof T & string as `${P}_${K}`]: string
  }
}
