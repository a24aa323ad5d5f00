CREATE TABLE "inbound_mail_counts" (
	"day" date NOT NULL,
	"outcome" text NOT NULL,
	"reason" text NOT NULL,
	"messages" integer NOT NULL,
	CONSTRAINT "inbound_mail_counts_day_outcome_reason_pk" PRIMARY KEY("day","outcome","reason")
);
