const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** An id of the right shape that says nothing but its number, so that every run gives the same: `acc_01JQ0…01`. */
export function idOf(prefix: string, era: string, number: number): string {
  let rest = number
  let text = ''
  while (rest > 0) {
    text = (digits[rest % 32] ?? '') + text
    rest = Math.floor(rest / 32)
  }
  return `${prefix}_${era}${text.padStart(26 - era.length, '0')}`
}

/** What comes before the underscore. */
export function prefixOf(id: string): string {
  return id.slice(0, id.indexOf('_'))
}
