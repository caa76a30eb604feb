import { byManageLink, onGrant, onSwitch } from './access-acts.ts'
import type { Chance } from './chance.ts'
import { onSubscription, onSuggestion } from './commerce-acts.ts'
import type { Act } from './idea.ts'
import type { Made } from './known.ts'
import { onPlatform, reports, time } from './platform-acts.ts'
import { asks, byLink, onRequest } from './request-acts.ts'

const ideas = [
  ...Array.from({ length: 4 }, () => asks),
  ...Array.from({ length: 3 }, () => onRequest),
  ...Array.from({ length: 5 }, () => byLink),
  ...Array.from({ length: 3 }, () => onGrant),
  byManageLink,
  byManageLink,
  ...Array.from({ length: 4 }, () => onSwitch),
  ...Array.from({ length: 3 }, () => onSubscription),
  onSuggestion,
  onSuggestion,
  ...Array.from({ length: 3 }, () => reports),
  onPlatform,
  ...Array.from({ length: 3 }, () => time),
]

/** What happens next. */
export function nextAct(chance: Chance, made: Made): Act {
  return chance.of(ideas)(chance, made) ?? nextAct(chance, made)
}
