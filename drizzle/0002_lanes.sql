CREATE TABLE "lanes" (
	"lane" text PRIMARY KEY NOT NULL,
	"free_at" timestamp with time zone NOT NULL
);
