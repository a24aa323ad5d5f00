ALTER TABLE "api_keys" ADD COLUMN "organisation_id" integer;--> statement-breakpoint
ALTER TABLE "api_keys" ADD COLUMN "tlp_ceiling" "tlp";--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;