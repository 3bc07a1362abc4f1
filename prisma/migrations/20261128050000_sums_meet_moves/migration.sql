-- An acceptance and a change of its agency's terms at the same moment: each decided by what it saw before the other committed, so that the
-- figures stayed with the province the agency had left. Now one waits for the other and then looks.

CREATE OR REPLACE FUNCTION keep_figure_totals() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE changed jsonb;
BEGIN
  SELECT jsonb_agg(c) INTO changed FROM (
    SELECT sum(sign) AS sign, period_id, form_id, agency_id, due_on, accepted_version_id FROM (
      SELECT -1 AS sign, period_id, form_id, agency_id, due_on, accepted_version_id FROM was WHERE kind = 'own' AND withdrawn_at IS NULL AND accepted_version_id IS NOT NULL
      UNION ALL
      SELECT 1, period_id, form_id, agency_id, due_on, accepted_version_id FROM now_is WHERE kind = 'own' AND withdrawn_at IS NULL AND accepted_version_id IS NOT NULL
    ) both_ways GROUP BY period_id, form_id, agency_id, due_on, accepted_version_id HAVING sum(sign) <> 0
  ) c;
  IF changed IS NULL THEN RETURN NULL; END IF;
  LOCK TABLE figure_total IN ROW EXCLUSIVE MODE; -- a statement of its own: only the next one sees what the one we waited for has written
  INSERT INTO figure_total AS k
  SELECT c.period_id, c.form_id, p.place_id, p.agency_kind, p.agency_type, f.indicator_id, f.option,
    sum(c.sign * f.number), sum(c.sign * f.asked), sum(c.sign)
  FROM jsonb_to_recordset(changed) AS c (sign int, period_id text, form_id text, agency_id text, due_on date, accepted_version_id uuid)
  CROSS JOIN LATERAL place_on(c.agency_id, c.due_on) p
  JOIN report_figure f ON f.version_id = c.accepted_version_id
  GROUP BY 1, 2, 3, 4, 5, 6, 7
  ORDER BY 1, 2, 6, 7, 3, 4, 5
  ON CONFLICT (period_id, form_id, indicator_id, option, place_id, agency_kind, agency_type)
    DO UPDATE SET number = k.number + excluded.number, asked = k.asked + excluded.asked, units = k.units + excluded.units;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION move_figure_totals() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE touched text[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT array_agg(agency_id) INTO touched FROM now_is;
  ELSIF TG_OP = 'DELETE' THEN
    SELECT array_agg(agency_id) INTO touched FROM was;
  ELSE
    SELECT array_agg(agency_id) INTO touched FROM (
      SELECT agency_id, kind, type, province_id, valid_from, valid_to FROM was EXCEPT SELECT agency_id, kind, type, province_id, valid_from, valid_to FROM now_is
      UNION ALL (SELECT agency_id, kind, type, province_id, valid_from, valid_to FROM now_is EXCEPT SELECT agency_id, kind, type, province_id, valid_from, valid_to FROM was)
    ) changed;
  END IF;
  LOCK TABLE figure_total IN EXCLUSIVE MODE; -- before looking: an acceptance on its way is waited for, one that comes later waits
  PERFORM repair_figure_totals(period_id) FROM (
    SELECT DISTINCT period_id FROM report WHERE agency_id = ANY (touched) AND kind = 'own' AND accepted_version_id IS NOT NULL
  ) counted;
  RETURN NULL;
END $$;

-- What such a meeting may have left behind.
SELECT repair_figure_totals(id) FROM reporting_period;
