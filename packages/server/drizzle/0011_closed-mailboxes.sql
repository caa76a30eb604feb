CREATE TABLE "closed_mailboxes" (
	"mailbox" text COLLATE "C" PRIMARY KEY NOT NULL,
	"reason" text NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"opened_at" timestamp (3) with time zone,
	"opened_by" jsonb
);
--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "to_client" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "says" text;--> statement-breakpoint
-- who cannot be reached, or does not want to be, is for the server alone
ALTER TABLE "closed_mailboxes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "closed_mailboxes" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY server_only ON "closed_mailboxes" USING ((SELECT app_reach()) = 'system');--> statement-breakpoint
-- row security binds the owner too where it could make no role of its own
SELECT set_config('app.reach', 'system', true);--> statement-breakpoint
-- What lay with single requests and mails until now: mail came back from an address, and is unwanted in a mailbox with all its
-- addresses. A complaint stays; a mailbox that was read in after mail came back works.
INSERT INTO "closed_mailboxes" ("mailbox", "reason", "since")
SELECT DISTINCT ON (told.mailbox) told.mailbox, told.reason, told.since
FROM (
	SELECT CASE WHEN delivery = 'bounced' THEN lower(recipient_email) ELSE mailbox_of(recipient_email) END AS mailbox, delivery AS reason, coalesce(delivery_at, updated_at) AS since
		FROM "access_requests" WHERE delivery IN ('bounced', 'complained')
	UNION ALL
	SELECT lower(to_email), 'bounced', created_at FROM "mails" WHERE state = 'bounced'
) told
WHERE told.reason = 'complained' OR NOT EXISTS (
	SELECT FROM "access_requests" r
	WHERE told.mailbox IN (mailbox_of(r.recipient_email), lower(r.recipient_email)) AND r.delivery IN ('delivered', 'opened') AND r.delivery_at > told.since
)
ORDER BY told.mailbox, told.reason DESC, told.since;--> statement-breakpoint
SELECT set_config('app.reach', '', true);
