/** In SQL: the reseller right below the platform to which an account of resellers belongs; empty for the platform itself. */
export function rootReseller(account: string): string {
  return `split_part(${account}.path, '/', 2)`
}
