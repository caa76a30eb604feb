/** As in `manage@1`. */
export function levelId({ key, version }: { key: string; version: number }): string {
  return `${key}@${version}`
}

/** The parts of `manage@1`; a bare key names no version. */
export function parseLevelId(id: string): { key: string; version: number | undefined } {
  const [key = '', version] = id.split('@')
  return { key, version: version === undefined ? undefined : Number(version) }
}
