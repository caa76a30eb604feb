-- What another reseller sold is seen only where that is allowed now: with the switch on and seen to be, nothing paused, and
-- a grant in effect that covers it and allows something. Off and pause stop reading as they stop everything else.
DROP POLICY in_reach ON subscriptions;--> statement-breakpoint
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
        SELECT FROM access_grants g
          JOIN access_policies p ON p.client_id = g.client_id AND p.reseller_id = g.reseller_id
        WHERE g.client_id = subscriptions.client_id AND g.reseller_id = ANY ((SELECT app_accounts())::text[])
          AND g.status = 'active' AND cardinality(g.capabilities) > 0
          AND p.wanted AND p.observed AND p.paused_at IS NULL
          AND (
            g.scope ->> 'kind' = 'all'
            OR g.scope -> 'ids' ? subscriptions.id
            OR g.scope -> 'names' ?| domains
            OR (
              g.scope ->> 'kind' = 'sold_plus_ticked'
              AND EXISTS (
                SELECT FROM direct_ticks t
                WHERE t.client_id = g.client_id AND t.reseller_id = g.reseller_id
                  AND t.subscription_id = subscriptions.id AND t.wanted AND t.observed
              )
            )
          )
      )
    )
  )
);--> statement-breakpoint
-- Both sides read what stands between them; the server alone writes it, and the platform that publishes a level narrows
-- grants. What was agreed nobody changes.
DO $$
DECLARE kept text;
BEGIN
  FOREACH kept IN ARRAY ARRAY['access_grants', 'access_policies', 'consent_receipts'] LOOP
    EXECUTE format('DROP POLICY in_reach ON %I', kept);
    EXECUTE format(
      'CREATE POLICY in_reach ON %I FOR SELECT USING (
         (SELECT app_reach()) IN (''system'', ''all'')
         OR reseller_id = ANY ((SELECT app_accounts())::text[])
         OR client_id = (SELECT app_account())
       )', kept);
    EXECUTE format('CREATE POLICY server_adds ON %I FOR INSERT WITH CHECK ((SELECT app_reach()) = ''system'')', kept);
  END LOOP;
  FOREACH kept IN ARRAY ARRAY['access_grants', 'access_policies'] LOOP
    EXECUTE format('CREATE POLICY server_changes ON %I FOR UPDATE USING ((SELECT app_reach()) IN (''system'', ''all''))', kept);
  END LOOP;
END $$;
