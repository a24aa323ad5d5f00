-- What drizzle's schema cannot say: the clock's function and the two walls that no code may cross.
INSERT INTO clock (id) VALUES (1);
--> statement-breakpoint
-- The domain clock. STABLE, so that one statement sees one offset; clock_timestamp, so that long transactions do not date their rows to their start.
CREATE FUNCTION hub_now() RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT clock_timestamp() + (SELECT offset_ms FROM clock WHERE id = 1) * interval '1 millisecond'
$$;
--> statement-breakpoint
-- Promise 4: a published version never changes, whoever asks.
CREATE FUNCTION refuse_change_of_published() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a published % never changes', TG_ARGV[0] USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER published_version_never_changes BEFORE UPDATE OR DELETE ON versions
  FOR EACH ROW WHEN (OLD.state = 'published') EXECUTE FUNCTION refuse_change_of_published('version');
--> statement-breakpoint
-- Promise 10: an audit entry is written once and linked once; nothing else ever happens to it.
CREATE FUNCTION refuse_change_of_audit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.position IS NULL AND NEW.position IS NOT NULL AND NEW.hash IS NOT NULL
     AND (NEW.id, NEW.at, NEW.actor, NEW.action, NEW.object, NEW.result, NEW.origin, NEW.detail)
         IS NOT DISTINCT FROM
         (OLD.id, OLD.at, OLD.actor, OLD.action, OLD.object, OLD.result, OLD.origin, OLD.detail) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'the audit trail never changes' USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER audit_entry_never_changes BEFORE UPDATE OR DELETE ON audit_entries
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_audit();
