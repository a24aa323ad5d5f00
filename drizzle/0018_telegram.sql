CREATE TABLE "bot_updates" (
	"id" bigint PRIMARY KEY NOT NULL,
	"outcome" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "bot_updates_at_index" ON "bot_updates" USING btree ("at");--> statement-breakpoint
-- Private chats share a lane from now on; what is queued in theirs is still sent from there.
UPDATE "addresses" SET "lane" = 'telegram' WHERE "channel" = 'telegram' AND "target" ~ '^[0-9]';
