import { domainToUnicode } from 'node:url'

/** A domain as people read it: U-labels (IDNA). */
export function toUnicode(domain: string): string {
  return domainToUnicode(domain) || domain
}
