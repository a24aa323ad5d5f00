ALTER TABLE "audiences" DROP CONSTRAINT "audiences_name_unique";--> statement-breakpoint
ALTER TABLE "policy_lines" DROP CONSTRAINT "policy_lines_position_unique";--> statement-breakpoint
ALTER TABLE "audiences" ADD COLUMN "removed_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "addresses_of_contacts" ON "addresses" USING btree ((CASE WHEN "disabled_at" IS NOT NULL THEN 0 WHEN "verified_at" IS NULL THEN 1 ELSE 2 END),"id") WHERE "addresses"."contact_id" IS NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "audience_name" ON "audiences" USING btree ("name") WHERE "audiences"."removed_at" IS NULL;--> statement-breakpoint
CREATE INDEX "contacts_by_name" ON "contacts" USING btree (lower("name"),"id");--> statement-breakpoint
CREATE INDEX "organisations_by_name" ON "organisations" USING btree (lower("name"),"id");--> statement-breakpoint
CREATE UNIQUE INDEX "policy_line_position" ON "policy_lines" USING btree ("position") WHERE "policy_lines"."ended_at" IS NULL;--> statement-breakpoint
CREATE INDEX "policy_lines_audience_id_index" ON "policy_lines" USING btree ("audience_id");