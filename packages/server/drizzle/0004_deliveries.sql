-- Whose mailbox an address is: capitals and what stands behind a plus make no other. The one rule of it: mails have it as a
-- column, and whoever counts them asks by it.
CREATE FUNCTION mailbox_of(address text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT lower(regexp_replace(address, '^([^+@]+)\+[^@]*@', '\1@'))
$$;
--> statement-breakpoint
DROP INDEX "mails_by_mailbox";--> statement-breakpoint
ALTER TABLE "access_grants" ADD COLUMN "declined_version" smallint;--> statement-breakpoint
ALTER TABLE "access_grants" ADD COLUMN "declined_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "mailbox" text COLLATE "C" GENERATED ALWAYS AS (mailbox_of(to_email)) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "state_of" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "webhook_deliveries" ADD COLUMN "ended_at" timestamp (3) with time zone;--> statement-breakpoint
-- row security binds the owner too where it could make no role of its own
SELECT set_config('app.reach', 'system', true);--> statement-breakpoint
UPDATE "webhook_deliveries" SET "ended_at" = coalesce("delivered_at", "created_at") WHERE "state" <> 'pending';--> statement-breakpoint
SELECT set_config('app.reach', '', true);--> statement-breakpoint
CREATE INDEX "mails_of_state" ON "mails" USING btree ("state_of","id") WHERE state_of is not null and state <> 'dropped';--> statement-breakpoint
CREATE INDEX "mails_over" ON "mails" USING btree ("created_at") WHERE state <> 'queued';--> statement-breakpoint
CREATE INDEX "deliveries_over" ON "webhook_deliveries" USING btree ("ended_at") WHERE ended_at is not null;--> statement-breakpoint
CREATE INDEX "mails_by_mailbox" ON "mails" USING btree ("mailbox","created_at");