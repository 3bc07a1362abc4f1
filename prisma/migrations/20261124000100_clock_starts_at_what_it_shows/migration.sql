-- set_at is kept in milliseconds and may lie a fraction of one ahead: a clock just set to midnight showed the day before.
CREATE OR REPLACE FUNCTION campaign_now() RETURNS timestamptz LANGUAGE sql STABLE AS
$$ SELECT coalesce((SELECT shows_at + greatest(now() - set_at, interval '0') FROM demonstration_clock), now()) $$;
