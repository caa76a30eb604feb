/**
 * SQL for where the feed ends: the number of the first transaction that may still add to it, as `xid8`. Whoever reads
 * only what lies before it misses nothing that is committed later.
 *
 * PostgreSQL numbers the transactions of all databases of a server together. One of another database writes nothing
 * here and holds nothing up; it is told by the lock that each transaction has on its own number. Where that cannot be
 * told any more, the feed waits.
 */
export const feedEnd = `(
  select least(
    coalesce(min(running), pg_snapshot_xmax(pg_current_snapshot())),
    pg_current_xact_id_if_assigned())
    from pg_snapshot_xip(pg_current_snapshot()) running
   where not exists (
     select from pg_locks held
       join pg_stat_activity holder on holder.pid = held.pid
       join pg_database here on here.datname = current_database()
      where held.locktype = 'transactionid' and held.mode = 'ExclusiveLock' and held.granted
        and held.transactionid = running::xid and holder.datid <> here.oid))`
