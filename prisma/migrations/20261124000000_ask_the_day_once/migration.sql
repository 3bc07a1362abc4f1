-- agency_on(campaign_today()) asked the clock again for every agency. A day asked for in a sub-select is asked once a statement.
CREATE OR REPLACE FUNCTION agency_on(day date) RETURNS SETOF agency_term LANGUAGE sql STABLE AS
$$ SELECT * FROM agency_term WHERE (valid_from IS NULL OR valid_from <= (SELECT day)) AND (valid_to IS NULL OR valid_to >= (SELECT day)) $$;
