CREATE TYPE "public"."change" AS ENUM('first', 'raised', 'content', 'editorial', 'correction', 'withdrawal');--> statement-breakpoint
CREATE TYPE "public"."channel_rule" AS ENUM('every', 'preferred');--> statement-breakpoint
CREATE TYPE "public"."choice" AS ENUM('does not apply', 'received', 'acting', 'call us');--> statement-breakpoint
CREATE TYPE "public"."delivery_state" AS ENUM('queued', 'sending', 'sent', 'delivered', 'bounced', 'failed', 'cancelled', 'skipped');--> statement-breakpoint
CREATE TYPE "public"."form" AS ENUM('full', 'pointer');--> statement-breakpoint
CREATE TYPE "public"."kind" AS ENUM('central government', 'vital provider', 'information hub', 'csirt', 'regulator', 'partner');--> statement-breakpoint
CREATE TYPE "public"."language" AS ENUM('nl', 'en');--> statement-breakpoint
CREATE TYPE "public"."level" AS ENUM('low', 'medium', 'high');--> statement-breakpoint
CREATE TYPE "public"."origin" AS ENUM('link', 'reply', 'button', 'api', 'phone');--> statement-breakpoint
CREATE TYPE "public"."reason" AS ENUM('publication', 'repeat', 'targeted alert', 'request', 'correction', 'withdrawal');--> statement-breakpoint
CREATE TYPE "public"."request_kind" AS ENUM('acknowledge', 'report back', 'comply or explain');--> statement-breakpoint
CREATE TYPE "public"."response_status" AS ENUM('not affected', 'measures taken', 'switched off', 'patched', 'explain');--> statement-breakpoint
CREATE TYPE "public"."source" AS ENUM('audience', 'followers', 'recipients');--> statement-breakpoint
CREATE TYPE "public"."state" AS ENUM('draft', 'in review', 'approved', 'published');--> statement-breakpoint
CREATE TYPE "public"."tlp" AS ENUM('CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED');--> statement-breakpoint
CREATE TABLE "acknowledgements" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "acknowledgements_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"version_id" integer NOT NULL,
	"organisation_id" integer NOT NULL,
	"contact_id" integer,
	"delivery_id" bigint,
	"choice" "choice" NOT NULL,
	"said_by" text,
	"remark" text,
	"origin" "origin" NOT NULL,
	"provenance" jsonb NOT NULL,
	"suspicion" text,
	"confirmed_at" timestamp with time zone,
	"entered_by" integer,
	"late" boolean NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "relay_reports" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "relay_reports_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"version_id" integer NOT NULL,
	"organisation_id" integer NOT NULL,
	"passed_on_to" integer NOT NULL,
	"counts" jsonb,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "responses" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "responses_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"dispatch_id" integer NOT NULL,
	"organisation_id" integer NOT NULL,
	"contact_id" integer,
	"status" "response_status" NOT NULL,
	"explanation" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"remark" text,
	"said_by" text,
	"origin" "origin" NOT NULL,
	"entered_by" integer,
	"late" boolean NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "advisories" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "advisories_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"tracking_id" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "advisories_trackingId_unique" UNIQUE("tracking_id")
);
--> statement-breakpoint
CREATE TABLE "approvals" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "approvals_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"version_id" integer,
	"notice_id" integer,
	"preview_id" integer,
	"operator_id" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"break_glass" text
);
--> statement-breakpoint
CREATE TABLE "authorships" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "authorships_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"version_id" integer,
	"notice_id" integer,
	"operator_id" integer NOT NULL,
	"act" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "consents" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "consents_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"approval_id" integer NOT NULL,
	"office" text NOT NULL,
	"said_by" text,
	"given_at" timestamp with time zone NOT NULL,
	"means" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"advisory_id" integer,
	"what" jsonb NOT NULL,
	"happened_at" timestamp with time zone NOT NULL,
	"learned_at" timestamp with time zone NOT NULL,
	"source" text NOT NULL,
	"operator_id" integer NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "notices_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"advisory_id" integer,
	"kind" text NOT NULL,
	"tlp" "tlp" NOT NULL,
	"state" "state" DEFAULT 'draft' NOT NULL,
	"content" jsonb NOT NULL,
	"published_elsewhere" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"submitted_at" timestamp with time zone,
	"approved_at" timestamp with time zone,
	"published_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "previews" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "previews_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"version_id" integer,
	"notice_id" integer,
	"revision" integer NOT NULL,
	"reason" "reason" NOT NULL,
	"operator_id" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"address_count" integer NOT NULL,
	"digest" text NOT NULL,
	"address_ids" integer[] NOT NULL,
	"summary" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "versions" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "versions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"advisory_id" integer NOT NULL,
	"ordinal" integer NOT NULL,
	"imported_version" text,
	"state" "state" DEFAULT 'draft' NOT NULL,
	"change" "change" NOT NULL,
	"corrects_version_id" integer,
	"tlp" "tlp" NOT NULL,
	"likelihood" "level" NOT NULL,
	"impact" "level" NOT NULL,
	"matrix" jsonb,
	"deviation" text,
	"content" jsonb NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"submitted_at" timestamp with time zone,
	"approved_at" timestamp with time zone,
	"publish_at" timestamp with time zone,
	"published_at" timestamp with time zone,
	CONSTRAINT "versions_advisoryId_ordinal_unique" UNIQUE("advisory_id","ordinal")
);
--> statement-breakpoint
CREATE TABLE "withdrawals" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "withdrawals_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"version_id" integer NOT NULL,
	"statement" jsonb NOT NULL,
	"operator_id" integer NOT NULL,
	"approval_id" integer,
	"requested_at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "withdrawals_versionId_unique" UNIQUE("version_id")
);
--> statement-breakpoint
CREATE TABLE "addresses" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "addresses_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"contact_id" integer,
	"subscription_id" integer,
	"public_channel" text,
	"channel" text NOT NULL,
	"target" text NOT NULL,
	"lane" text NOT NULL,
	"preference" smallint DEFAULT 0 NOT NULL,
	"tlp_ceiling" "tlp" DEFAULT 'RED' NOT NULL,
	"encryption_key" text,
	"verified_at" timestamp with time zone,
	"disabled_at" timestamp with time zone,
	"disabled_reason" text,
	CONSTRAINT "addresses_channel_target_contactId_subscriptionId_unique" UNIQUE NULLS NOT DISTINCT("channel","target","contact_id","subscription_id"),
	CONSTRAINT "address_has_one_owner" CHECK (num_nonnulls("addresses"."contact_id", "addresses"."subscription_id", "addresses"."public_channel") = 1)
);
--> statement-breakpoint
CREATE TABLE "audiences" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audiences_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"selection" jsonb NOT NULL,
	"tlp_ceiling" "tlp" NOT NULL,
	CONSTRAINT "audiences_name_unique" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "contact_organisations" (
	"contact_id" integer NOT NULL,
	"organisation_id" integer NOT NULL,
	"role" text NOT NULL,
	"phone_order" smallint NOT NULL,
	CONSTRAINT "contact_organisations_contact_id_organisation_id_role_pk" PRIMARY KEY("contact_id","organisation_id","role")
);
--> statement-breakpoint
CREATE TABLE "contacts" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "contacts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"functional" boolean DEFAULT false NOT NULL,
	"language" "language" DEFAULT 'nl' NOT NULL,
	"removed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "organisations_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"kind" "kind" NOT NULL,
	"sector" text,
	"parent_id" integer,
	"regulator_id" integer,
	"language" "language" DEFAULT 'nl' NOT NULL,
	"tlp_ceiling" "tlp" DEFAULT 'RED' NOT NULL,
	"own_use_since" date,
	"removed_at" timestamp with time zone,
	CONSTRAINT "organisations_name_unique" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "policy_lines" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "policy_lines_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"position" integer NOT NULL,
	"risks" text[] DEFAULT '{}' NOT NULL,
	"tlps" "tlp"[] DEFAULT '{}' NOT NULL,
	"changes" "change"[] DEFAULT '{}' NOT NULL,
	"audience_id" integer NOT NULL,
	"roles" text[] DEFAULT '{}' NOT NULL,
	"channel_rule" "channel_rule" NOT NULL,
	"pointer_above" boolean DEFAULT false NOT NULL,
	"request_kind" "request_kind",
	"deadline_minutes" integer,
	"reminder_minutes" integer[] DEFAULT '{}' NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "policy_lines_position_unique" UNIQUE("position")
);
--> statement-breakpoint
CREATE TABLE "removals" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "removals_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"advisory_id" integer NOT NULL,
	"address_id" integer NOT NULL,
	"reason" text NOT NULL,
	"operator_id" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "removals_advisoryId_addressId_unique" UNIQUE("advisory_id","address_id")
);
--> statement-breakpoint
CREATE TABLE "software_uses" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "software_uses_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"organisation_id" integer NOT NULL,
	"vendor" text NOT NULL,
	"product" text NOT NULL,
	"cpe" text,
	"purl" text,
	"version" text,
	"stated_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "subscriptions" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "subscriptions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"language" "language" NOT NULL,
	"urgent_only" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"confirmed_at" timestamp with time zone,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "audit_entries" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor" text NOT NULL,
	"action" text NOT NULL,
	"object" text NOT NULL,
	"result" text NOT NULL,
	"origin" text NOT NULL,
	"detail" jsonb NOT NULL,
	"position" bigint,
	"hash" "bytea",
	CONSTRAINT "audit_entries_position_unique" UNIQUE("position")
);
--> statement-breakpoint
CREATE TABLE "audit_heads" (
	"position" bigint PRIMARY KEY NOT NULL,
	"hash" "bytea" NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"key_id" text NOT NULL,
	"signature" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "clock" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"offset_ms" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "clock_is_one_row" CHECK ("clock"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"dispatch_id" integer NOT NULL,
	"address_id" integer NOT NULL,
	"contact_id" integer,
	"organisation_ids" integer[],
	"channel" text NOT NULL,
	"lane" text NOT NULL,
	"form" "form" NOT NULL,
	"state" "delivery_state" NOT NULL,
	"attempts" smallint DEFAULT 0 NOT NULL,
	"due_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"lease_id" uuid,
	"leased_until" timestamp with time zone,
	"handed_at" timestamp with time zone,
	"settled_at" timestamp with time zone,
	"detail" text,
	CONSTRAINT "once" UNIQUE("dispatch_id","address_id")
);
--> statement-breakpoint
CREATE TABLE "dispatch_changes" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "dispatch_changes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"dispatch_id" integer NOT NULL,
	"address_id" integer NOT NULL,
	"organisation_id" integer,
	"change" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "dispatch_deltas" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"dispatch_id" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"open" integer DEFAULT 0 NOT NULL,
	"sent" integer DEFAULT 0 NOT NULL,
	"delivered" integer DEFAULT 0 NOT NULL,
	"bounced" integer DEFAULT 0 NOT NULL,
	"failed" integer DEFAULT 0 NOT NULL,
	"cancelled" integer DEFAULT 0 NOT NULL,
	"skipped" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "dispatches" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "dispatches_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"version_id" integer,
	"notice_id" integer,
	"reason" "reason" NOT NULL,
	"source" "source" NOT NULL,
	"audience_id" integer,
	"policy_line_id" integer,
	"approval_id" integer NOT NULL,
	"position" smallint NOT NULL,
	"roles" text[] DEFAULT '{}' NOT NULL,
	"channel_rule" "channel_rule" NOT NULL,
	"pointer_above" boolean DEFAULT false NOT NULL,
	"covering_note" jsonb,
	"request_kind" "request_kind",
	"requested_by" text,
	"conditions" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"deadline_at" timestamp with time zone,
	"reminder_minutes" integer[] DEFAULT '{}' NOT NULL,
	"priority" smallint NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expanded_at" timestamp with time zone,
	"address_count" integer,
	"digest" text,
	"paused_at" timestamp with time zone,
	"paused_reason" text,
	"stopped_at" timestamp with time zone,
	"stopped_reason" text,
	"finished_at" timestamp with time zone,
	CONSTRAINT "dispatches_approvalId_position_unique" UNIQUE("approval_id","position"),
	CONSTRAINT "dispatch_has_one_subject" CHECK (num_nonnulls("dispatches"."version_id", "dispatches"."notice_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "organisation_dispatches" (
	"organisation_id" integer NOT NULL,
	"dispatch_id" integer NOT NULL,
	"open" integer DEFAULT 0 NOT NULL,
	"sent" integer DEFAULT 0 NOT NULL,
	"delivered" integer DEFAULT 0 NOT NULL,
	"bounced" integer DEFAULT 0 NOT NULL,
	"failed" integer DEFAULT 0 NOT NULL,
	"cancelled" integer DEFAULT 0 NOT NULL,
	"skipped" integer DEFAULT 0 NOT NULL,
	"reached_at" timestamp with time zone,
	"acknowledged_at" timestamp with time zone,
	"choice" "choice",
	"responded_at" timestamp with time zone,
	"response_status" "response_status",
	CONSTRAINT "organisation_dispatches_dispatch_id_organisation_id_pk" PRIMARY KEY("dispatch_id","organisation_id")
);
--> statement-breakpoint
CREATE TABLE "operators" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "operators_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"email" text NOT NULL,
	"roles" text[] DEFAULT '{}' NOT NULL,
	"language" "language" DEFAULT 'nl' NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"disabled_at" timestamp with time zone,
	CONSTRAINT "operators_email_unique" UNIQUE("email")
);
--> statement-breakpoint
ALTER TABLE "acknowledgements" ADD CONSTRAINT "acknowledgements_version_id_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "acknowledgements" ADD CONSTRAINT "acknowledgements_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "acknowledgements" ADD CONSTRAINT "acknowledgements_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "acknowledgements" ADD CONSTRAINT "acknowledgements_entered_by_operators_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."operators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relay_reports" ADD CONSTRAINT "relay_reports_version_id_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relay_reports" ADD CONSTRAINT "relay_reports_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_dispatch_id_dispatches_id_fk" FOREIGN KEY ("dispatch_id") REFERENCES "public"."dispatches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_entered_by_operators_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."operators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_version_id_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_notice_id_notices_id_fk" FOREIGN KEY ("notice_id") REFERENCES "public"."notices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_preview_id_previews_id_fk" FOREIGN KEY ("preview_id") REFERENCES "public"."previews"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_operator_id_operators_id_fk" FOREIGN KEY ("operator_id") REFERENCES "public"."operators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "authorships" ADD CONSTRAINT "authorships_version_id_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "authorships" ADD CONSTRAINT "authorships_notice_id_notices_id_fk" FOREIGN KEY ("notice_id") REFERENCES "public"."notices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "authorships" ADD CONSTRAINT "authorships_operator_id_operators_id_fk" FOREIGN KEY ("operator_id") REFERENCES "public"."operators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_approval_id_approvals_id_fk" FOREIGN KEY ("approval_id") REFERENCES "public"."approvals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_advisory_id_advisories_id_fk" FOREIGN KEY ("advisory_id") REFERENCES "public"."advisories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_operator_id_operators_id_fk" FOREIGN KEY ("operator_id") REFERENCES "public"."operators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_advisory_id_advisories_id_fk" FOREIGN KEY ("advisory_id") REFERENCES "public"."advisories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "previews" ADD CONSTRAINT "previews_version_id_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "previews" ADD CONSTRAINT "previews_notice_id_notices_id_fk" FOREIGN KEY ("notice_id") REFERENCES "public"."notices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "previews" ADD CONSTRAINT "previews_operator_id_operators_id_fk" FOREIGN KEY ("operator_id") REFERENCES "public"."operators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "versions" ADD CONSTRAINT "versions_advisory_id_advisories_id_fk" FOREIGN KEY ("advisory_id") REFERENCES "public"."advisories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "withdrawals" ADD CONSTRAINT "withdrawals_version_id_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "withdrawals" ADD CONSTRAINT "withdrawals_operator_id_operators_id_fk" FOREIGN KEY ("operator_id") REFERENCES "public"."operators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "withdrawals" ADD CONSTRAINT "withdrawals_approval_id_approvals_id_fk" FOREIGN KEY ("approval_id") REFERENCES "public"."approvals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "addresses" ADD CONSTRAINT "addresses_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "addresses" ADD CONSTRAINT "addresses_subscription_id_subscriptions_id_fk" FOREIGN KEY ("subscription_id") REFERENCES "public"."subscriptions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_organisations" ADD CONSTRAINT "contact_organisations_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_organisations" ADD CONSTRAINT "contact_organisations_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policy_lines" ADD CONSTRAINT "policy_lines_audience_id_audiences_id_fk" FOREIGN KEY ("audience_id") REFERENCES "public"."audiences"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "removals" ADD CONSTRAINT "removals_advisory_id_advisories_id_fk" FOREIGN KEY ("advisory_id") REFERENCES "public"."advisories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "removals" ADD CONSTRAINT "removals_address_id_addresses_id_fk" FOREIGN KEY ("address_id") REFERENCES "public"."addresses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "removals" ADD CONSTRAINT "removals_operator_id_operators_id_fk" FOREIGN KEY ("operator_id") REFERENCES "public"."operators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "software_uses" ADD CONSTRAINT "software_uses_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispatch_changes" ADD CONSTRAINT "dispatch_changes_dispatch_id_dispatches_id_fk" FOREIGN KEY ("dispatch_id") REFERENCES "public"."dispatches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispatches" ADD CONSTRAINT "dispatches_version_id_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispatches" ADD CONSTRAINT "dispatches_notice_id_notices_id_fk" FOREIGN KEY ("notice_id") REFERENCES "public"."notices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispatches" ADD CONSTRAINT "dispatches_audience_id_audiences_id_fk" FOREIGN KEY ("audience_id") REFERENCES "public"."audiences"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispatches" ADD CONSTRAINT "dispatches_policy_line_id_policy_lines_id_fk" FOREIGN KEY ("policy_line_id") REFERENCES "public"."policy_lines"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispatches" ADD CONSTRAINT "dispatches_approval_id_approvals_id_fk" FOREIGN KEY ("approval_id") REFERENCES "public"."approvals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "acknowledgements_version_id_organisation_id_index" ON "acknowledgements" USING btree ("version_id","organisation_id");--> statement-breakpoint
CREATE INDEX "acknowledgements_delivery_id_index" ON "acknowledgements" USING btree ("delivery_id");--> statement-breakpoint
CREATE INDEX "responses_dispatch_id_organisation_id_index" ON "responses" USING btree ("dispatch_id","organisation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_open_version" ON "versions" USING btree ("advisory_id") WHERE state <> 'published';--> statement-breakpoint
CREATE INDEX "versions_published_at_index" ON "versions" USING btree ("published_at") WHERE state = 'published';--> statement-breakpoint
CREATE INDEX "addresses_contact_id_index" ON "addresses" USING btree ("contact_id");--> statement-breakpoint
CREATE INDEX "addresses_subscription_id_index" ON "addresses" USING btree ("subscription_id");--> statement-breakpoint
CREATE INDEX "contact_organisations_organisation_id_index" ON "contact_organisations" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "organisations_kind_index" ON "organisations" USING btree ("kind");--> statement-breakpoint
CREATE INDEX "organisations_parent_id_index" ON "organisations" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "organisations_regulator_id_index" ON "organisations" USING btree ("regulator_id");--> statement-breakpoint
CREATE INDEX "software_uses_organisation_id_index" ON "software_uses" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "unchained" ON "audit_entries" USING btree ("id") WHERE position is null;--> statement-breakpoint
CREATE INDEX "audit_entries_object_index" ON "audit_entries" USING btree ("object");--> statement-breakpoint
CREATE INDEX "queue" ON "deliveries" USING btree ("dispatch_id","lane","due_at") WHERE state = 'queued';--> statement-breakpoint
CREATE INDEX "leases" ON "deliveries" USING btree ("leased_until") WHERE state = 'sending';--> statement-breakpoint
CREATE INDEX "dispatch_deltas_dispatch_id_index" ON "dispatch_deltas" USING btree ("dispatch_id");--> statement-breakpoint
CREATE INDEX "dispatches_version_id_index" ON "dispatches" USING btree ("version_id");--> statement-breakpoint
CREATE INDEX "open_dispatches" ON "dispatches" USING btree ("priority","id") WHERE finished_at is null;--> statement-breakpoint
CREATE INDEX "organisation_dispatches_organisation_id_index" ON "organisation_dispatches" USING btree ("organisation_id");