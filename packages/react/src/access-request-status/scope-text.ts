import type { AccessScope } from '@clientele/contract'
import type { AccessWords } from '../words/use-words.ts'

/** What of the account an access is for, as its reseller reads it. */
export function scopeText(t: AccessWords<'accessRequestStatus'>, scope: AccessScope): string {
  const count = scope.kind === 'subscriptions' ? scope.ids.length : 0
  return t(`scope_${scope.kind}`, { count, list: scope.kind === 'domains' ? scope.names : [] })
}
