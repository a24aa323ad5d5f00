CREATE TABLE "imported_documents" (
	"version_id" integer PRIMARY KEY NOT NULL,
	"namespace" text NOT NULL,
	"tracking_id" text NOT NULL,
	"tracking_version" text NOT NULL,
	"tracking_status" text NOT NULL,
	"digest" text NOT NULL,
	"document" json NOT NULL,
	"reading" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "imported_documents" ADD CONSTRAINT "imported_documents_version_id_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "imported_documents_namespace_tracking_id_index" ON "imported_documents" USING btree ("namespace","tracking_id");