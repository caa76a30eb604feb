-- What stands between a reseller and a client is seen by both of them and by the platform, and by nobody else.
DO $$
DECLARE pair text;
BEGIN
  FOREACH pair IN ARRAY ARRAY[
    'links', 'access_requests', 'access_grants', 'access_policies', 'direct_ticks', 'consent_receipts', 'suggestions', 'orders'
  ] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', pair);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', pair);
    EXECUTE format(
      'CREATE POLICY in_reach ON %I USING (
         (SELECT app_reach()) IN (''system'', ''all'')
         OR reseller_id = ANY ((SELECT app_accounts())::text[])
         OR client_id = (SELECT app_account())
       )', pair);
  END LOOP;
END $$;
--> statement-breakpoint
-- What the platform sold is seen by the owner of the client too, and by a reseller that was let in beside it; what another
-- reseller sold only as far as the client lets them look after it (R201).
ALTER TABLE subscriptions ENABLE ROW LEVEL SECURITY;
ALTER TABLE subscriptions FORCE ROW LEVEL SECURITY;
CREATE POLICY in_reach ON subscriptions USING (
  (SELECT app_reach()) IN ('system', 'all')
  OR sold_by_id = ANY ((SELECT app_accounts())::text[])
  OR client_id = (SELECT app_account())
  OR (
    (
      EXISTS (SELECT FROM accounts c WHERE c.id = client_id AND c.parent_id = ANY ((SELECT app_accounts())::text[]))
      OR EXISTS (
        SELECT FROM links l
        WHERE l.client_id = subscriptions.client_id AND l.reseller_id = ANY ((SELECT app_accounts())::text[]) AND l.status = 'active'
      )
    )
    AND (
      sold_by_id IS NULL
      OR EXISTS (
        SELECT FROM direct_ticks t
        WHERE t.client_id = subscriptions.client_id AND t.reseller_id = ANY ((SELECT app_accounts())::text[])
          AND t.subscription_id = subscriptions.id AND t.wanted
      )
      OR EXISTS (
        SELECT FROM access_grants g
        WHERE g.client_id = subscriptions.client_id AND g.reseller_id = ANY ((SELECT app_accounts())::text[])
          AND g.status IN ('activating', 'active', 'paused')
          AND (
            g.scope ->> 'kind' = 'all'
            OR g.scope -> 'ids' ? subscriptions.id
            OR g.scope -> 'names' ?| domains
          )
      )
    )
  )
);
--> statement-breakpoint
-- hashes of links, mails with links in them: for the server alone
ALTER TABLE link_tokens ENABLE ROW LEVEL SECURITY;
ALTER TABLE link_tokens FORCE ROW LEVEL SECURITY;
CREATE POLICY server_only ON link_tokens USING ((SELECT app_reach()) = 'system');
ALTER TABLE mails ENABLE ROW LEVEL SECURITY;
ALTER TABLE mails FORCE ROW LEVEL SECURITY;
CREATE POLICY server_only ON mails USING ((SELECT app_reach()) = 'system');
-- a mail is written by whoever causes it
CREATE POLICY everybody_writes ON mails FOR INSERT WITH CHECK (true);
-- the public halves are given out by the server, which alone reads the row
ALTER TABLE receipt_keys ENABLE ROW LEVEL SECURITY;
ALTER TABLE receipt_keys FORCE ROW LEVEL SECURITY;
CREATE POLICY server_only ON receipt_keys USING ((SELECT app_reach()) = 'system');
ALTER TABLE propagations ENABLE ROW LEVEL SECURITY;
ALTER TABLE propagations FORCE ROW LEVEL SECURITY;
CREATE POLICY platform ON propagations USING ((SELECT app_reach()) IN ('system', 'all'));
--> statement-breakpoint
ALTER TABLE access_levels ENABLE ROW LEVEL SECURITY;
ALTER TABLE access_levels FORCE ROW LEVEL SECURITY;
CREATE POLICY everybody_reads ON access_levels FOR SELECT USING (true);
CREATE POLICY platform_writes ON access_levels USING ((SELECT app_reach()) IN ('system', 'all'));
--> statement-breakpoint
ALTER TABLE webhook_endpoints ENABLE ROW LEVEL SECURITY;
ALTER TABLE webhook_endpoints FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON webhook_endpoints USING (
  (SELECT app_reach()) IN ('system', 'all')
  OR account_id = ANY ((SELECT app_accounts())::text[])
  OR account_id = (SELECT app_account())
);
ALTER TABLE webhook_deliveries ENABLE ROW LEVEL SECURITY;
ALTER TABLE webhook_deliveries FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON webhook_deliveries USING (
  (SELECT app_reach()) IN ('system', 'all')
  OR account_id = ANY ((SELECT app_accounts())::text[])
  OR account_id = (SELECT app_account())
);
--> statement-breakpoint
DROP POLICY in_reach ON events;
CREATE POLICY in_reach ON events FOR SELECT USING (
  (SELECT app_reach()) IN ('system', 'all')
  OR owner_id = ANY ((SELECT app_accounts())::text[])
  OR reseller_id = ANY ((SELECT app_accounts())::text[])
  OR owner_id = (SELECT app_account())
  OR client_id = (SELECT app_account())
);
--> statement-breakpoint
-- tables that came later than the first grant
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'clientele_app') THEN
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO clientele_app;
    GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO clientele_app;
  END IF;
EXCEPTION WHEN insufficient_privilege THEN NULL;
END $$;
--> statement-breakpoint
-- Wakes a kind of due work once this transaction is committed. It runs as its owner: whoever changes something wakes what
-- follows from it, and reaches nothing else of the job queue (pg-boss). Where jobs never ran there is nobody to wake.
CREATE FUNCTION wake(work text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF to_regclass('clientele_jobs.job') IS NULL THEN RETURN; END IF;
  EXECUTE 'INSERT INTO clientele_jobs.job (name, policy, retry_limit, retry_delay, retry_backoff, retry_delay_max,
             expire_seconds, deletion_seconds, keep_until)
           SELECT name, policy, retry_limit, retry_delay, coalesce(retry_backoff, false), retry_delay_max,
             expire_seconds, deletion_seconds, now() + retention_seconds * interval ''1 second''
           FROM clientele_jobs.queue WHERE name = $1' USING work;
  PERFORM pg_notify('pgboss_' || left(encode(sha224('clientele_jobs'::bytea), 'hex'), 24), work);
END $$;
--> statement-breakpoint
-- Whoever wants to be told of events is told soon. It looks past row security, at nothing but whether there is anybody.
CREATE FUNCTION wake_webhooks() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
-- not by a SET clause of the function: an owner that is no superuser may not give it one
DECLARE before text := app_reach();
BEGIN
  PERFORM set_config('app.reach', 'system', true);
  IF EXISTS (SELECT FROM webhook_endpoints WHERE status = 'enabled') THEN PERFORM wake('webhooks'); END IF;
  PERFORM set_config('app.reach', before, true);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER wake_webhooks AFTER INSERT ON events FOR EACH STATEMENT EXECUTE FUNCTION wake_webhooks();
