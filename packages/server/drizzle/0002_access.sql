CREATE TABLE "access_grants" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"client_id" text COLLATE "C" NOT NULL,
	"reseller_id" text COLLATE "C" NOT NULL,
	"request_id" text COLLATE "C",
	"level_key" text COLLATE "C" NOT NULL,
	"level_version" smallint NOT NULL,
	"family" text NOT NULL,
	"capabilities" text[] NOT NULL,
	"agreed_capabilities" text[],
	"scope" jsonb NOT NULL,
	"source" text NOT NULL,
	"status" text NOT NULL,
	"auto_extend" text,
	"activated_at" timestamp (3) with time zone,
	"ends_at" timestamp (3) with time zone,
	"notices_sent" text[] DEFAULT '{}' NOT NULL,
	"due_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"end_reason" text,
	"last_used_at" timestamp (3) with time zone,
	"receipt_id" text COLLATE "C",
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "access_levels" (
	"key" text COLLATE "C" NOT NULL,
	"version" smallint NOT NULL,
	"family" text NOT NULL,
	"rank" smallint NOT NULL,
	"capabilities" text[] NOT NULL,
	"texts" jsonb NOT NULL,
	"requires_payment_method" boolean NOT NULL,
	"selectable" boolean NOT NULL,
	"status" text NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "access_levels_key_version_pk" PRIMARY KEY("key","version")
);
--> statement-breakpoint
CREATE TABLE "access_policies" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"client_id" text COLLATE "C" NOT NULL,
	"reseller_id" text COLLATE "C" NOT NULL,
	"wanted" boolean NOT NULL,
	"observed" boolean NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"changed_by" jsonb NOT NULL,
	"effective_by" timestamp (3) with time zone,
	"overdue_at" timestamp (3) with time zone,
	"agreement" text DEFAULT 'none' NOT NULL,
	"agreement_at" timestamp (3) with time zone,
	"agreement_by" jsonb,
	"paused_at" timestamp (3) with time zone,
	"locked_by_contract" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "access_requests" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"client_id" text COLLATE "C" NOT NULL,
	"reseller_id" text COLLATE "C" NOT NULL,
	"level_key" text COLLATE "C" NOT NULL,
	"level_version" smallint NOT NULL,
	"scope" jsonb NOT NULL,
	"recipient_email" text NOT NULL,
	"message" text NOT NULL,
	"language_code" text NOT NULL,
	"duration" text,
	"auto_extend" text,
	"status" text NOT NULL,
	"delivery" text,
	"delivery_at" timestamp (3) with time zone,
	"delivery_detail" text,
	"sent_at" timestamp (3) with time zone,
	"attempts" timestamp (3) with time zone[] DEFAULT '{}' NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"reminded_at" timestamp (3) with time zone[] DEFAULT '{}' NOT NULL,
	"remind_at" timestamp (3) with time zone,
	"decided_at" timestamp (3) with time zone,
	"decided_by" jsonb,
	"decision_reason" text,
	"renewal_asked_at" timestamp (3) with time zone,
	"supersedes_id" text COLLATE "C",
	"grant_id" text COLLATE "C",
	"sealed_links" "bytea",
	"sender" jsonb NOT NULL,
	"sender_email" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "consent_receipts" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"client_id" text COLLATE "C" NOT NULL,
	"reseller_id" text COLLATE "C" NOT NULL,
	"position" integer NOT NULL,
	"grant_id" text COLLATE "C" NOT NULL,
	"jws" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "direct_ticks" (
	"client_id" text COLLATE "C" NOT NULL,
	"reseller_id" text COLLATE "C" NOT NULL,
	"subscription_id" text COLLATE "C" NOT NULL,
	"wanted" boolean NOT NULL,
	"observed" boolean NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"effective_by" timestamp (3) with time zone,
	"overdue_at" timestamp (3) with time zone,
	CONSTRAINT "direct_ticks_client_id_reseller_id_subscription_id_pk" PRIMARY KEY("client_id","reseller_id","subscription_id")
);
--> statement-breakpoint
CREATE TABLE "link_tokens" (
	"hash" "bytea" PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"client_id" text COLLATE "C" NOT NULL,
	"reseller_id" text COLLATE "C" NOT NULL,
	"request_id" text COLLATE "C",
	"email" text NOT NULL,
	"proves_mailbox" boolean NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "links" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"reseller_id" text COLLATE "C" NOT NULL,
	"client_id" text COLLATE "C" NOT NULL,
	"kind" text NOT NULL,
	"origin" text NOT NULL,
	"status" text NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"end_reason" text
);
--> statement-breakpoint
CREATE TABLE "orders" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"client_id" text COLLATE "C" NOT NULL,
	"reseller_id" text COLLATE "C",
	"placed_by" jsonb NOT NULL,
	"grant_id" text COLLATE "C",
	"suggestion_id" text COLLATE "C",
	"items" jsonb NOT NULL,
	"charged_to" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "propagations" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"client_id" text COLLATE "C" NOT NULL,
	"reseller_id" text COLLATE "C" NOT NULL,
	"target" text NOT NULL,
	"target_id" text COLLATE "C" NOT NULL,
	"wanted" boolean NOT NULL,
	"state" text NOT NULL,
	"attempts" smallint DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp (3) with time zone,
	"expected_by" timestamp (3) with time zone NOT NULL,
	"overdue_at" timestamp (3) with time zone,
	"settled_at" timestamp (3) with time zone,
	"detail" text,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "receipt_keys" (
	"kid" text COLLATE "C" PRIMARY KEY NOT NULL,
	"public_key" text NOT NULL,
	"sealed" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "subscriptions" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"client_id" text COLLATE "C" NOT NULL,
	"sku" text COLLATE "C" NOT NULL,
	"product_family" text COLLATE "C" NOT NULL,
	"sold_by_id" text COLLATE "C",
	"status" text NOT NULL,
	"seats" integer,
	"domains" text[] DEFAULT '{}' NOT NULL,
	"order_id" text COLLATE "C",
	"suggested_by_id" text COLLATE "C",
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "suggestions" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"client_id" text COLLATE "C" NOT NULL,
	"reseller_id" text COLLATE "C" NOT NULL,
	"items" jsonb NOT NULL,
	"message" text,
	"status" text NOT NULL,
	"reason" text,
	"expires_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mails" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"message_id" text NOT NULL,
	"template" text NOT NULL,
	"language_code" text NOT NULL,
	"to_email" text NOT NULL,
	"to_name" text,
	"reply_to" text,
	"subject" text NOT NULL,
	"sealed_body" "bytea",
	"state" text NOT NULL,
	"detail" text,
	"about_type" text,
	"about_id" text COLLATE "C",
	"attempts" smallint DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp (3) with time zone,
	"sent_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "webhook_deliveries" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"endpoint_id" text COLLATE "C" NOT NULL,
	"account_id" text COLLATE "C" NOT NULL,
	"event_id" text COLLATE "C" NOT NULL,
	"event_type" text NOT NULL,
	"subject_id" text COLLATE "C" NOT NULL,
	"position" bigint GENERATED ALWAYS AS IDENTITY (sequence name "webhook_deliveries_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"state" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp (3) with time zone,
	"leased_until" timestamp (3) with time zone,
	"failures" smallint DEFAULT 0 NOT NULL,
	"failing_since" timestamp (3) with time zone,
	"replayed_at" timestamp (3) with time zone,
	"last_status" smallint,
	"last_detail" text,
	"delivered_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "webhook_endpoints" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"account_id" text COLLATE "C" NOT NULL,
	"url" text NOT NULL,
	"description" text,
	"events" text[] NOT NULL,
	"status" text NOT NULL,
	"disabled_reason" text,
	"disabled_at" timestamp (3) with time zone,
	"secrets" jsonb NOT NULL,
	"cursor_transaction" "xid8" NOT NULL,
	"cursor_position" bigint NOT NULL,
	"failing_since" timestamp (3) with time zone,
	"resume_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "alias_of" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "reseller_id" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "grant_id" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "settings" ADD COLUMN "access" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "settings" ADD COLUMN "links" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "settings" ADD COLUMN "notify" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_endpoint_id_webhook_endpoints_id_fk" FOREIGN KEY ("endpoint_id") REFERENCES "public"."webhook_endpoints"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "one_living_grant" ON "access_grants" USING btree ("client_id","reseller_id","family") WHERE status in ('activating', 'active', 'paused');--> statement-breakpoint
CREATE INDEX "grants_by_client" ON "access_grants" USING btree ("client_id","reseller_id","id");--> statement-breakpoint
CREATE INDEX "grants_by_reseller" ON "access_grants" USING btree ("reseller_id","id");--> statement-breakpoint
CREATE INDEX "grants_due" ON "access_grants" USING btree ("due_at") WHERE status in ('activating', 'active', 'paused');--> statement-breakpoint
CREATE UNIQUE INDEX "one_policy" ON "access_policies" USING btree ("client_id","reseller_id");--> statement-breakpoint
CREATE INDEX "policies_by_reseller" ON "access_policies" USING btree ("reseller_id","client_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_pending_request" ON "access_requests" USING btree ("client_id","reseller_id") WHERE status = 'pending';--> statement-breakpoint
CREATE INDEX "requests_by_reseller" ON "access_requests" USING btree ("reseller_id","id");--> statement-breakpoint
CREATE INDEX "requests_by_client" ON "access_requests" USING btree ("client_id","reseller_id","id");--> statement-breakpoint
CREATE INDEX "requests_to_expire" ON "access_requests" USING btree ("expires_at") WHERE status = 'pending';--> statement-breakpoint
CREATE INDEX "requests_to_remind" ON "access_requests" USING btree ("remind_at") WHERE status = 'pending';--> statement-breakpoint
CREATE UNIQUE INDEX "one_receipt_chain" ON "consent_receipts" USING btree ("client_id","reseller_id","position");--> statement-breakpoint
CREATE INDEX "link_tokens_by_request" ON "link_tokens" USING btree ("request_id");--> statement-breakpoint
CREATE INDEX "link_tokens_by_pair" ON "link_tokens" USING btree ("client_id","reseller_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_link" ON "links" USING btree ("client_id","reseller_id") WHERE status <> 'ended';--> statement-breakpoint
CREATE INDEX "links_by_reseller" ON "links" USING btree ("reseller_id","client_id");--> statement-breakpoint
CREATE INDEX "orders_by_client" ON "orders" USING btree ("client_id","id");--> statement-breakpoint
CREATE INDEX "orders_by_reseller" ON "orders" USING btree ("reseller_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_pending_propagation" ON "propagations" USING btree ("client_id","reseller_id","target","target_id") WHERE state = 'pending';--> statement-breakpoint
CREATE INDEX "propagations_to_apply" ON "propagations" USING btree ("next_attempt_at") WHERE state = 'pending';--> statement-breakpoint
CREATE INDEX "propagations_pending" ON "propagations" USING btree ("expected_by") WHERE state = 'pending';--> statement-breakpoint
CREATE INDEX "propagations_by_id" ON "propagations" USING btree ("client_id","id");--> statement-breakpoint
CREATE INDEX "propagations_settled" ON "propagations" USING btree ("settled_at") WHERE state = 'in_sync';--> statement-breakpoint
CREATE INDEX "subscriptions_by_client" ON "subscriptions" USING btree ("client_id","id");--> statement-breakpoint
CREATE INDEX "subscriptions_by_seller" ON "subscriptions" USING btree ("sold_by_id","id");--> statement-breakpoint
CREATE INDEX "suggestions_by_client" ON "suggestions" USING btree ("client_id","id");--> statement-breakpoint
CREATE INDEX "suggestions_by_reseller" ON "suggestions" USING btree ("reseller_id","id");--> statement-breakpoint
CREATE INDEX "suggestions_to_expire" ON "suggestions" USING btree ("expires_at") WHERE status in ('sent', 'viewed');--> statement-breakpoint
CREATE INDEX "mails_due" ON "mails" USING btree ("next_attempt_at") WHERE state = 'queued';--> statement-breakpoint
CREATE INDEX "mails_by_subject" ON "mails" USING btree ("about_id","id");--> statement-breakpoint
CREATE INDEX "mails_in_order" ON "mails" USING btree ("id");--> statement-breakpoint
CREATE INDEX "mails_by_mailbox" ON "mails" USING btree (lower(to_email),"created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "one_delivery" ON "webhook_deliveries" USING btree ("endpoint_id","event_id");--> statement-breakpoint
CREATE INDEX "deliveries_due" ON "webhook_deliveries" USING btree ("endpoint_id","next_attempt_at","position") WHERE state = 'pending';--> statement-breakpoint
CREATE INDEX "deliveries_under_way" ON "webhook_deliveries" USING btree ("endpoint_id","leased_until") WHERE state = 'pending';--> statement-breakpoint
CREATE INDEX "deliveries_in_subject_order" ON "webhook_deliveries" USING btree ("endpoint_id","subject_id","position") WHERE state = 'pending';--> statement-breakpoint
CREATE INDEX "deliveries_by_endpoint" ON "webhook_deliveries" USING btree ("endpoint_id","id");--> statement-breakpoint
CREATE INDEX "webhooks_by_account" ON "webhook_endpoints" USING btree ("account_id","id");--> statement-breakpoint
CREATE INDEX "events_by_reseller" ON "events" USING btree ("reseller_id","transaction","position");--> statement-breakpoint
CREATE INDEX "events_by_client" ON "events" USING btree ("client_id","transaction","position");