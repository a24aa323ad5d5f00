CREATE TABLE "replays" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"address_id" integer NOT NULL,
	"delivery_id" bigint,
	"asked_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"attempts" smallint DEFAULT 0 NOT NULL,
	"due_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"ended_at" timestamp with time zone,
	"sent" boolean,
	"detail" text
);
--> statement-breakpoint
ALTER TABLE "webhooks" ADD COLUMN "organisation_id" integer;--> statement-breakpoint
ALTER TABLE "webhooks" ADD COLUMN "event_types" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "webhooks" ADD COLUMN "risks" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "webhooks" ADD COLUMN "products" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "webhooks" ADD COLUMN "created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL;--> statement-breakpoint
ALTER TABLE "webhooks" ADD COLUMN "failing_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "webhooks" ADD COLUMN "warned_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "replays" ADD CONSTRAINT "replays_address_id_addresses_id_fk" FOREIGN KEY ("address_id") REFERENCES "public"."addresses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "waiting_replays" ON "replays" USING btree ("address_id","id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "replays_delivery_id_index" ON "replays" USING btree ("delivery_id");--> statement-breakpoint
ALTER TABLE "webhooks" ADD CONSTRAINT "webhooks_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "webhooks_organisation_id_index" ON "webhooks" USING btree ("organisation_id");