import type { Tx } from '../database/transaction.ts'

const fewest = 5

/** How long changes took of late, in half of the cases at most: ISO 8601, in minutes or hours. Wants system scope. */
export async function typicalPropagation(tx: Tx): Promise<string | null> {
  const [row] = await tx.query<{ count: string; seconds: number | null }>(
    `select count(*) as count,
       extract(epoch from percentile_disc(0.5) within group (order by settled_at - created_at))::float8 as seconds
     from (select settled_at, created_at from propagations where state = 'in_sync'
       order by settled_at desc limit 50) late`,
    [],
    'typical-propagation',
  )
  const { count, seconds } = row ?? { count: '0', seconds: null }
  return seconds === null || Number(count) < fewest ? null : rounded(seconds)
}

function rounded(seconds: number): string {
  const minutes = Math.max(1, Math.ceil(seconds / 60))
  return minutes <= 120 ? `PT${minutes}M` : `PT${Math.ceil(minutes / 60)}H`
}
