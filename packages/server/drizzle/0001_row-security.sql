-- The second wall: a statement that forgets its `where` still sees nothing but the caller's subtree.
-- The caller is told to each transaction by `set_config(…, true)`; without it nothing is visible.
DO $$
BEGIN
  CREATE ROLE clientele_app NOLOGIN;
EXCEPTION
  -- roles belong to the whole cluster: another database, or another server starting now, may have made it
  WHEN duplicate_object OR unique_violation THEN NULL;
  -- without the right to make roles the tables' owner is bound by the policies itself (FORCE, below)
  WHEN insufficient_privilege THEN NULL;
END $$;
--> statement-breakpoint
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'clientele_app') THEN
    IF NOT pg_has_role(current_user, 'clientele_app', 'USAGE') THEN
      EXECUTE format('GRANT clientele_app TO %I', current_user);
    END IF;
    GRANT USAGE ON SCHEMA public TO clientele_app;
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO clientele_app;
    GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO clientele_app;
    ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO clientele_app;
    ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE ON SEQUENCES TO clientele_app;
  END IF;
EXCEPTION WHEN insufficient_privilege THEN NULL;
END $$;
--> statement-breakpoint
-- 'system' (the server itself), 'all' (the platform), 'some' (the accounts named), '' (nobody)
CREATE FUNCTION app_reach() RETURNS text LANGUAGE sql STABLE AS $$ SELECT coalesce(current_setting('app.reach', true), '') $$;
--> statement-breakpoint
CREATE FUNCTION app_accounts() RETURNS text[] LANGUAGE sql STABLE AS $$ SELECT coalesce(nullif(current_setting('app.accounts', true), ''), '{}')::text[] $$;
--> statement-breakpoint
CREATE FUNCTION app_account() RETURNS text LANGUAGE sql STABLE AS $$ SELECT coalesce(current_setting('app.account', true), '') $$;
--> statement-breakpoint
CREATE FUNCTION app_caller() RETURNS text LANGUAGE sql STABLE AS $$ SELECT coalesce(current_setting('app.caller', true), '') $$;
--> statement-breakpoint
ALTER TABLE accounts ENABLE ROW LEVEL SECURITY;
ALTER TABLE accounts FORCE ROW LEVEL SECURITY;
CREATE POLICY in_reach ON accounts USING (
  (SELECT app_reach()) IN ('system', 'all')
  OR parent_id = ANY ((SELECT app_accounts())::text[])
  OR id = (SELECT app_account())
);
--> statement-breakpoint
ALTER TABLE terms ENABLE ROW LEVEL SECURITY;
ALTER TABLE terms FORCE ROW LEVEL SECURITY;
CREATE POLICY in_reach ON terms USING (
  (SELECT app_reach()) IN ('system', 'all')
  OR owner_id = ANY ((SELECT app_accounts())::text[])
  OR client_id = (SELECT app_account())
);
--> statement-breakpoint
ALTER TABLE descriptions ENABLE ROW LEVEL SECURITY;
ALTER TABLE descriptions FORCE ROW LEVEL SECURITY;
CREATE POLICY in_reach ON descriptions USING (
  (SELECT app_reach()) IN ('system', 'all') OR account_id = ANY ((SELECT app_accounts())::text[])
);
--> statement-breakpoint
ALTER TABLE external_ids ENABLE ROW LEVEL SECURITY;
ALTER TABLE external_ids FORCE ROW LEVEL SECURITY;
CREATE POLICY in_reach ON external_ids USING (
  (SELECT app_reach()) IN ('system', 'all') OR owner_id = ANY ((SELECT app_accounts())::text[])
);
--> statement-breakpoint
ALTER TABLE api_keys ENABLE ROW LEVEL SECURITY;
ALTER TABLE api_keys FORCE ROW LEVEL SECURITY;
CREATE POLICY in_reach ON api_keys USING (
  (SELECT app_reach()) IN ('system', 'all')
  OR account_id = ANY ((SELECT app_accounts())::text[])
  OR account_id = (SELECT app_account())
);
--> statement-breakpoint
ALTER TABLE events ENABLE ROW LEVEL SECURITY;
ALTER TABLE events FORCE ROW LEVEL SECURITY;
CREATE POLICY in_reach ON events FOR SELECT USING (
  (SELECT app_reach()) IN ('system', 'all')
  OR owner_id = ANY ((SELECT app_accounts())::text[])
  OR owner_id = (SELECT app_account())
  OR client_id = (SELECT app_account())
);
-- the trail is written and never rewritten: there is no policy to update or delete
CREATE POLICY everybody_writes ON events FOR INSERT WITH CHECK (true);
--> statement-breakpoint
ALTER TABLE idempotency ENABLE ROW LEVEL SECURITY;
ALTER TABLE idempotency FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON idempotency USING ((SELECT app_reach()) = 'system' OR caller = (SELECT app_caller()));
--> statement-breakpoint
ALTER TABLE signing_keys ENABLE ROW LEVEL SECURITY;
ALTER TABLE signing_keys FORCE ROW LEVEL SECURITY;
CREATE POLICY server_only ON signing_keys USING ((SELECT app_reach()) = 'system');
--> statement-breakpoint
ALTER TABLE settings ENABLE ROW LEVEL SECURITY;
ALTER TABLE settings FORCE ROW LEVEL SECURITY;
CREATE POLICY everybody_reads ON settings FOR SELECT USING (true);
CREATE POLICY platform_writes ON settings USING ((SELECT app_reach()) IN ('system', 'all'));
