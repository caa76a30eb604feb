CREATE TABLE "accounts" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"parent_id" text COLLATE "C",
	"path" text COLLATE "C",
	"name" text NOT NULL,
	"name_key" text COLLATE "C" NOT NULL,
	"status" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"form" text,
	"binding" text,
	"person" jsonb,
	"company" text,
	"product_family" text,
	"customer_type" text,
	"verification_method" text,
	"verification" text,
	"segments" text[] DEFAULT '{}' NOT NULL,
	"primary_domain" text COLLATE "C",
	"primary_email" text,
	"secondary_email" text,
	"admin" jsonb,
	"phone" text,
	"postal_address" jsonb,
	"language_code" text,
	"region_code" text,
	"time_zone" text,
	"subscription_state" text DEFAULT 'none' NOT NULL,
	"payment_method_on_file" boolean DEFAULT false NOT NULL,
	"tags" text[] DEFAULT '{}' NOT NULL,
	"metadata" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"last_compared_at" timestamp (3) with time zone,
	"public_identifier" text COLLATE "C",
	"legal_name" text,
	"domains" text[] DEFAULT '{}' NOT NULL,
	"support_email" text,
	"max_clients" integer
);
--> statement-breakpoint
CREATE TABLE "api_keys" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"account_id" text COLLATE "C" NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"hash" "bytea" NOT NULL,
	"hint" text NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	"last_used_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "descriptions" (
	"client_id" text COLLATE "C" NOT NULL,
	"account_id" text COLLATE "C" NOT NULL,
	"text" text NOT NULL,
	CONSTRAINT "descriptions_client_id_account_id_pk" PRIMARY KEY("client_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"transaction" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"position" bigint GENERATED ALWAYS AS IDENTITY (sequence name "events_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"type" text NOT NULL,
	"occurred_at" timestamp (3) with time zone NOT NULL,
	"owner_id" text COLLATE "C" NOT NULL,
	"client_id" text COLLATE "C",
	"subject_type" text NOT NULL,
	"subject_id" text COLLATE "C" NOT NULL,
	"actor" jsonb NOT NULL,
	"changes" jsonb NOT NULL,
	"request_id" text
);
--> statement-breakpoint
CREATE TABLE "external_ids" (
	"owner_id" text COLLATE "C" NOT NULL,
	"system" text COLLATE "C" NOT NULL,
	"external_id" text COLLATE "C" NOT NULL,
	"client_id" text COLLATE "C" NOT NULL,
	CONSTRAINT "external_ids_owner_id_system_external_id_pk" PRIMARY KEY("owner_id","system","external_id")
);
--> statement-breakpoint
CREATE TABLE "idempotency" (
	"caller" text COLLATE "C" NOT NULL,
	"key" text COLLATE "C" NOT NULL,
	"request_hash" "bytea" NOT NULL,
	"status" smallint NOT NULL,
	"body" json,
	"code" text,
	"etag" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "idempotency_caller_key_pk" PRIMARY KEY("caller","key")
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"id" smallint PRIMARY KEY DEFAULT 1 NOT NULL,
	"company_required" boolean DEFAULT false NOT NULL,
	"team_families" text[] NOT NULL,
	"max_depth" smallint DEFAULT 2 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "signing_keys" (
	"kid" text COLLATE "C" PRIMARY KEY NOT NULL,
	"sealed" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "terms" (
	"owner_id" text COLLATE "C" NOT NULL,
	"term" text COLLATE "C" NOT NULL,
	"name_key" text COLLATE "C" NOT NULL,
	"client_id" text COLLATE "C" NOT NULL,
	CONSTRAINT "terms_client_id_term_pk" PRIMARY KEY("client_id","term")
);
--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "descriptions" ADD CONSTRAINT "descriptions_client_id_accounts_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "external_ids" ADD CONSTRAINT "external_ids_client_id_accounts_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "terms" ADD CONSTRAINT "terms_client_id_accounts_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "clients_by_owner" ON "accounts" USING btree ("parent_id","id") WHERE kind = 'client';--> statement-breakpoint
CREATE INDEX "clients_by_owner_name" ON "accounts" USING btree ("parent_id","name_key","id") WHERE kind = 'client';--> statement-breakpoint
CREATE INDEX "clients_by_owner_update" ON "accounts" USING btree ("parent_id","updated_at","id") WHERE kind = 'client';--> statement-breakpoint
CREATE INDEX "clients_by_id" ON "accounts" USING btree ("id") WHERE kind = 'client';--> statement-breakpoint
CREATE INDEX "clients_by_name" ON "accounts" USING btree ("name_key","id") WHERE kind = 'client';--> statement-breakpoint
CREATE INDEX "clients_by_update" ON "accounts" USING btree ("updated_at","id") WHERE kind = 'client';--> statement-breakpoint
CREATE INDEX "clients_by_owner_status" ON "accounts" USING btree ("parent_id","status","name_key","id") WHERE kind = 'client';--> statement-breakpoint
CREATE INDEX "clients_by_status" ON "accounts" USING btree ("status","name_key","id") WHERE kind = 'client';--> statement-breakpoint
CREATE INDEX "clients_by_owner_form" ON "accounts" USING btree ("parent_id","form","name_key","id") WHERE kind = 'client';--> statement-breakpoint
CREATE INDEX "clients_by_form" ON "accounts" USING btree ("form","name_key","id") WHERE kind = 'client';--> statement-breakpoint
CREATE INDEX "clients_by_owner_family" ON "accounts" USING btree ("parent_id","product_family","name_key","id") WHERE kind = 'client';--> statement-breakpoint
CREATE INDEX "clients_by_family" ON "accounts" USING btree ("product_family","name_key","id") WHERE kind = 'client';--> statement-breakpoint
CREATE INDEX "clients_by_owner_subscriptions" ON "accounts" USING btree ("parent_id","subscription_state","name_key","id") WHERE kind = 'client';--> statement-breakpoint
CREATE INDEX "clients_by_subscriptions" ON "accounts" USING btree ("subscription_state","name_key","id") WHERE kind = 'client';--> statement-breakpoint
CREATE INDEX "clients_by_tags" ON "accounts" USING gin ("tags") WHERE kind = 'client';--> statement-breakpoint
CREATE INDEX "clients_by_primary_email" ON "accounts" USING btree ("parent_id",lower(primary_email)) WHERE kind = 'client';--> statement-breakpoint
CREATE UNIQUE INDEX "one_domain_client" ON "accounts" USING btree ("primary_domain") WHERE kind = 'client' and customer_type = 'domain';--> statement-breakpoint
CREATE UNIQUE INDEX "one_public_identifier" ON "accounts" USING btree ("public_identifier");--> statement-breakpoint
CREATE INDEX "resellers_by_path" ON "accounts" USING btree ("path") WHERE kind <> 'client';--> statement-breakpoint
CREATE INDEX "resellers_by_id" ON "accounts" USING btree ("id") WHERE kind = 'reseller';--> statement-breakpoint
CREATE UNIQUE INDEX "api_keys_by_hash" ON "api_keys" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "api_keys_by_account" ON "api_keys" USING btree ("account_id","id");--> statement-breakpoint
CREATE INDEX "events_in_order" ON "events" USING btree ("transaction","position");--> statement-breakpoint
CREATE INDEX "events_by_owner" ON "events" USING btree ("owner_id","transaction","position");--> statement-breakpoint
CREATE INDEX "events_by_subject" ON "events" USING btree ("subject_id","transaction","position");--> statement-breakpoint
CREATE INDEX "external_ids_by_client" ON "external_ids" USING btree ("client_id");--> statement-breakpoint
CREATE INDEX "idempotency_by_age" ON "idempotency" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "terms_by_owner" ON "terms" USING btree ("owner_id","term","name_key","client_id");--> statement-breakpoint
CREATE INDEX "terms_by_term" ON "terms" USING btree ("term","name_key","client_id","owner_id");