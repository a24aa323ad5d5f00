CREATE TABLE "test_mails" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "test_mails_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"version_id" integer NOT NULL,
	"reason" "reason" NOT NULL,
	"position" smallint NOT NULL,
	"form" "form" NOT NULL,
	"owner" text NOT NULL,
	"language" "language" NOT NULL,
	"operator_id" integer NOT NULL,
	"asked_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"leased_until" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"sent" boolean,
	"detail" text
);
--> statement-breakpoint
ALTER TABLE "dispatch_deltas" ADD COLUMN "channel" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "test_mails" ADD CONSTRAINT "test_mails_version_id_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "test_mails" ADD CONSTRAINT "test_mails_operator_id_operators_id_fk" FOREIGN KEY ("operator_id") REFERENCES "public"."operators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "test_mails_operator_id_asked_at_index" ON "test_mails" USING btree ("operator_id","asked_at");--> statement-breakpoint
CREATE INDEX "waiting_test_mails" ON "test_mails" USING btree ("id") WHERE ended_at is null;