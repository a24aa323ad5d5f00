CREATE TABLE "confirmations" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "confirmations_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"target" text,
	"target_hash" "bytea" NOT NULL,
	"client_hash" "bytea" NOT NULL,
	"language" "language" NOT NULL,
	"urgent_only" boolean NOT NULL,
	"asked_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"subscription_id" integer,
	"attempts" smallint DEFAULT 0 NOT NULL,
	"leased_until" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"sent" boolean,
	"detail" text
);
--> statement-breakpoint
ALTER TABLE "confirmations" ADD CONSTRAINT "confirmations_subscription_id_subscriptions_id_fk" FOREIGN KEY ("subscription_id") REFERENCES "public"."subscriptions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "confirmations_target_hash_asked_at_index" ON "confirmations" USING btree ("target_hash","asked_at");--> statement-breakpoint
CREATE INDEX "confirmations_client_hash_asked_at_index" ON "confirmations" USING btree ("client_hash","asked_at");--> statement-breakpoint
CREATE INDEX "waiting_confirmations" ON "confirmations" USING btree ("id") WHERE ended_at is null;