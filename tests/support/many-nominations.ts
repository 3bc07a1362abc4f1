/** Values of `MANY`: the round, how many. */
export const MANY = `
  with unit as (
    select agency_id, row_number() over (order by agency_id) as place, count(*) over () as units
    from agency_on(campaign_today()) where kind = 'commune' and province_id = 'H26'
  ), subject as (
    insert into award_subject (kind, name, search_text, agency_id, fictitious)
    select case n % 3 when 0 then 'individual' when 1 then 'collective' else 'household' end::subject_kind, 'Đối tượng ' || n, 'doi tuong ' || n,
      u.agency_id, true
    from generate_series(1, $2::int) n join unit u on u.place = 1 + n % u.units returning id, agency_id, name
  ), record as (
    insert into award_record (subject_id, award_id, category, decision_number, decided_on, decided_by, achieved_from, achieved_to, origin)
    select id, 'giay-khen', 'merit', '1/QĐ', '2024-12-01', 'Chủ tịch', '2024-01-01', '2024-10-31', 'import' from subject where name like '%7'
  ), hold as (
    insert into award_hold (subject_id, kind, reason, source, placed_at, placed_by_name, placed_by_id, agency_id)
    select id, 'press', 'Thử', 'Thử', now(), 'Thử', gen_random_uuid(), 'H26.NV' from subject where name like '%13'
  )
  insert into nomination (round_id, subject_id, award_id, agency_id, holder_id, rule_set_id, proposed_on, status, status_since, achievement, achieved_from, achieved_to)
  select $1, id, case when name like '%3' then 'bang-khen-bo-tinh' else 'giay-khen' end, agency_id, 'H26',
    (select id from rule_set where agency_id is null and effective_from <= '2026-11-05' and effective_to >= '2026-11-05' limit 1),
    '2026-11-05', 'proposed', campaign_now(), 'Thành tích của ' || name, '2026-01-01', '2026-10-31'
  from subject`;
