import { livingSql } from '../access-grants/grants.rules.ts'

/** SQL: the switch `p` is on, and there is access behind it that can be paused. */
export const isPausable = `p.wanted and exists (select from access_grants g
  where g.client_id = p.client_id and g.reseller_id = p.reseller_id and g.status in ${livingSql})`
