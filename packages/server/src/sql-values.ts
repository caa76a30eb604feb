/** Collects the values of a statement while its text is written: `${value(x)}` becomes `$1`. */
export class SqlValues {
  readonly list: unknown[] = []

  readonly add = (value: unknown): string => `$${this.list.push(value)}`
}
