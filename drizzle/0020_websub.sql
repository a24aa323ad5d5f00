CREATE TABLE "websub_requests" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "websub_requests_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"mode" text NOT NULL,
	"topic" text NOT NULL,
	"callback" text NOT NULL,
	"host" text NOT NULL,
	"secret" text,
	"lease_seconds" integer NOT NULL,
	"client_hash" "bytea" NOT NULL,
	"asked_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"lease_id" uuid,
	"leased_until" timestamp with time zone,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "websub_subscriptions" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "websub_subscriptions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"topic" text NOT NULL,
	"callback" text NOT NULL,
	"host" text NOT NULL,
	"secret" text,
	"expires_at" timestamp with time zone NOT NULL,
	"told" text NOT NULL,
	"attempts" smallint DEFAULT 0 NOT NULL,
	"due_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"lease_id" uuid,
	"leased_until" timestamp with time zone,
	"detail" text,
	CONSTRAINT "websub_subscriptions_topic_callback_unique" UNIQUE("topic","callback")
);
--> statement-breakpoint
CREATE INDEX "websub_requests_client_hash_asked_at_index" ON "websub_requests" USING btree ("client_hash","asked_at");--> statement-breakpoint
CREATE INDEX "waiting_websub_requests" ON "websub_requests" USING btree ("id") WHERE ended_at is null;