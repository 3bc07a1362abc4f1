import type { PoolClient } from "pg";
import type { NominationStatus, SubjectKind } from "#generated/prisma/enums";
import { bonusOf } from "#lib/awards/bonus";
import { awardRule, type RuleSetDefinition } from "#lib/awards/rule-set";
import { findRules } from "#lib/awards/rule-sets/queries";
import { addDays } from "#lib/dates";
import { rows } from "#lib/db";
import { fold } from "#lib/text";
import type { Cast } from "./cast.ts";
import { fictitiousName } from "./names.ts";
import { seeded, uuidOf } from "./random.ts";

/** More awards of Hà Nội, all made up: what some received for 2025, dossiers in every state, a council of eleven and a session to come. */

const TODAY = "2026-11-23";
const CITY = "H26";
const MERIT = "bang-khen-bo-tinh";
const DECIDER = "Chủ tịch Ủy ban nhân dân thành phố Hà Nội";

/** Wards whose dossiers tests and the first pages look at are left alone. */
const LEFT_ALONE = ["00070", "00004", "00082", "30307"];

type Ward = { id: string; name: string };

/** Three of each state, so that every list and filter has something to show. */
const states: NominationStatus[] = [
  "draft",
  "proposed",
  "returned",
  "formChange",
  "appraised",
  "onAgenda",
  "passed",
  "notPassed",
  "decided",
  "refused",
  "withdrawn",
];

export async function writeHonours(tx: PoolClient, cast: Cast, round: string) {
  const wards = await rows<Ward>(
    `select agency_id as id, name from agency_on($1) where province_id = $2 and kind = 'commune' and agency_id <> all($3)
     order by agency_id collate "C" limit 33`,
    [TODAY, CITY, LEFT_ALONE],
    tx,
  );
  const rules = await findRules(CITY, TODAY, tx);
  if (!rules) throw new Error("The demonstration needs rules of awards in force.");
  const dossiers = wards.map((ward, index) => dossierOf(ward, index, cast));
  await writeSubjects(tx, dossiers);
  await writeDecisions(tx, cast, dossiers, rules.definition);
  await writeDossiers(tx, dossiers, { round, ruleSetId: rules.ruleSetId });
  await writeCouncil(tx, cast, dossiers);
}

type Dossier = ReturnType<typeof dossierOf>;

function dossierOf({ id: ward, name: wardName }: Ward, index: number, cast: Cast) {
  const random = seeded(`honour:${ward}`);
  const kind = (["collective", "individual", "household"] as SubjectKind[])[index % 3] as SubjectKind;
  const person = fictitiousName(random);
  const name =
    kind === "collective"
      ? `Tổ liên gia tự quản số ${random.whole(2, 28)}`
      : kind === "household"
        ? `Hộ gia đình ${person}`
        : person;
  const status = states[index % states.length] as NominationStatus;
  const members = random.whole(40, 140);
  return {
    id: uuidOf(`nomination:honour:${ward}`),
    subjectId: uuidOf(`subject:honour:${ward}`),
    ward,
    wardName,
    kind,
    name,
    searchText: fold(name),
    description: kind === "individual" ? "Công chức phụ trách phong trào" : null,
    birthYear: kind === "individual" ? random.whole(1970, 1998) : null,
    isWoman: kind === "individual" ? random.chance(0.5) : null,
    isDirectWorker: kind === "collective" ? null : random.chance(0.7),
    members: kind === "collective" ? members : null,
    womenMembers: kind === "collective" ? Math.floor(members * random.between(0.4, 0.65)) : null,
    status,
    isWithWard: status === "draft" || status === "returned",
    since: `2026-11-${String(random.whole(16, 20)).padStart(2, "0")}T09:00:00+07:00`,
    achievement: `Có thành tích xuất sắc trong phong trào Toàn dân bảo vệ an ninh Tổ quốc năm 2026 (${name}, ${wardName})`,
    clerk: cast.clerkOf(ward),
    head: cast.headOf(ward),
    inFavour: status === "notPassed" ? random.whole(3, 6) : random.whole(8, 11),
  };
}

const writeSubjects = (tx: PoolClient, dossiers: Dossier[]) =>
  rows(
    `insert into award_subject (id, kind, name, search_text, agency_id, description, birth_year, is_woman, is_direct_worker, members, women_members, fictitious)
     select "subjectId", kind, name, "searchText", ward, description, "birthYear", "isWoman", "isDirectWorker", members, "womenMembers", true
     from jsonb_to_recordset($1::jsonb) as s("subjectId" uuid, kind subject_kind, name text, "searchText" text, ward text, description text,
       "birthYear" int, "isWoman" boolean, "isDirectWorker" boolean, members int, "womenMembers" int)`,
    [JSON.stringify(dossiers)],
    tx,
  );

const decisions = [
  { id: "2025", number: "6120/QĐ-UBND", on: "2025-12-20", year: 2025, from: "2025-07-01", to: "2025-11-30" },
  { id: "2026", number: "5870/QĐ-UBND", on: "2026-11-20", year: 2026, from: "2026-01-01", to: "2026-10-31" },
];

/** One decision of 2025 on some who have dossiers again, for another period; one of 2026 on those decided already. Both are public. */
async function writeDecisions(tx: PoolClient, cast: Cast, dossiers: Dossier[], rules: RuleSetDefinition) {
  const signer = cast.headOf(CITY);
  await rows(
    `insert into award_decision (id, agency_id, decided_by, number, decided_on, year, signed_by_name, signed_by_position, title, recorded_at, recorded_by_id, published_at)
     select id, $2, $3, number, "on", year, $4, 'Chủ tịch', 'Về việc khen thưởng trong phong trào thi đua Toàn dân bảo vệ an ninh Tổ quốc', "on" + time '15:00', $5, "on" + time '16:00'
     from jsonb_to_recordset($1::jsonb) as d(id uuid, number text, "on" date, year int)`,
    [
      JSON.stringify(decisions.map((one) => ({ ...one, id: decisionId(one.id) }))),
      CITY,
      DECIDER,
      signer.fullName,
      signer.id,
    ],
    tx,
  );
  const steps = await rows<{ effectiveFrom: string; amount: number; source: string }>(
    `select effective_from as "effectiveFrom", amount, source from base_salary`,
    [],
    tx,
  );
  const award = awardRule(rules, MERIT);
  if (!award) throw new Error(`No rule of ${MERIT}.`);
  const records = decisions.flatMap((decision) =>
    dossiers
      .filter(({ status }, index) => (decision.id === "2025" ? index % 2 === 0 : status === "decided"))
      .map(({ subjectId, ward, kind, achievement }) => ({
        id: uuidOf(`award:${decision.id}:${ward}`),
        subjectId,
        decisionId: decisionId(decision.id),
        number: decision.number,
        on: decision.on,
        achievement: achievement.replace("2026", decision.id),
        from: decision.from,
        to: decision.to,
        bonus: bonusOf(rules, award, kind, steps, decision.on).amount,
        issuedOn: decision.id === "2025" ? addDays(decision.on, 6) : null,
      })),
  );
  await rows(
    `insert into award_record (id, subject_id, award_id, category, decision_id, decision_number, decided_on, decided_by, achievement, achieved_from, achieved_to,
       bonus, bonus_note, issued_on, origin)
     select id, "subjectId", '${MERIT}', 'campaign', "decisionId", number, "on", $2, achievement, "from", "to", bonus, 'Nghị định 152/2025/NĐ-CP, Điều 49', "issuedOn", 'system'
     from jsonb_to_recordset($1::jsonb) as r(id uuid, "subjectId" uuid, "decisionId" uuid, number text, "on" date, achievement text, "from" date, "to" date,
       bonus int, "issuedOn" date)`,
    [JSON.stringify(records), DECIDER],
    tx,
  );
}

const decisionId = (name: string) => uuidOf(`decision:${name}`);

/** The dossiers with the moves that brought them where they stand. */
async function writeDossiers(
  tx: PoolClient,
  dossiers: Dossier[],
  { round, ruleSetId }: { round: string; ruleSetId: string },
) {
  await rows(
    `with made as (
       insert into nomination (id, round_id, subject_id, award_id, agency_id, holder_id, rule_set_id, proposed_on, status, status_since, achievement, achieved_from,
         achieved_to, report, facts, appraisal, offered_award_id, result, decision_id)
       select id, $2, "subjectId", '${MERIT}', ward, case when "isWithWard" then ward else '${CITY}' end, case when status <> 'draft' then $3 end,
         case when status <> 'draft' then date '2026-11-12' end, status, since, achievement, '2026-01-01', '2026-10-31',
         jsonb_build_object('situation', name || ' thường xuyên tham gia giữ gìn an ninh, trật tự ở cơ sở.', 'results', 'Duy trì mô hình tự quản về an ninh, trật tự trên địa bàn.'),
         case when status = 'draft' then '{}' else jsonb_build_object('facts', '[]'::jsonb, 'confirmedAt', since, 'confirmedByName', clerk ->> 'fullName') end,
         case when status in ('appraised', 'onAgenda', 'passed', 'notPassed', 'decided') then 'Đủ điều kiện trình hội đồng.' end,
         case when status = 'formChange' then 'giay-khen' end,
         case when status in ('passed', 'notPassed', 'decided') then jsonb_build_object('inFavour', "inFavour", 'base', 11, 'needed', 8, 'passed', status <> 'notPassed') end,
         case when status = 'decided' then $4::uuid end
       from jsonb_to_recordset($1::jsonb) as n(id uuid, "subjectId" uuid, ward text, status nomination_status, since timestamptz, achievement text, name text,
         clerk jsonb, "isWithWard" boolean, "inFavour" int) returning id)
     insert into nomination_event (nomination_id, at, move, person_id, person_name, agency_id, agency_name, reason)
     select made.id, e.at, e.move, e."personId", e.name, e."agencyId", (select name from agency_on('${TODAY}') where agency_id = e."agencyId"), e.reason
     from jsonb_to_recordset($5::jsonb) as e(id uuid, "order" int, at timestamptz, move text, "personId" uuid, name text, "agencyId" text, reason text)
     join made on made.id = e.id order by e.at, e."order"`,
    [JSON.stringify(dossiers), round, ruleSetId, decisionId("2026"), JSON.stringify(dossiers.flatMap(eventsOf))],
    tx,
  );
  await rows(
    `update award_record a set nomination_id = n.id from nomination n
     where n.decision_id = a.decision_id and n.subject_id = a.subject_id and a.decision_id = $1`,
    [decisionId("2026")],
    tx,
  );
}

const ways: Partial<Record<NominationStatus, string[]>> = {
  draft: [],
  proposed: ["propose"],
  returned: ["propose", "sendBack"],
  formChange: ["propose", "offerForm"],
  appraised: ["propose", "appraise"],
  onAgenda: ["propose", "appraise", "putOnAgenda"],
  passed: ["propose", "appraise", "putOnAgenda", "pass"],
  notPassed: ["propose", "appraise", "putOnAgenda", "fail"],
  decided: ["propose", "appraise", "putOnAgenda", "pass", "decide"],
  refused: ["propose", "refuse"],
  withdrawn: ["propose", "withdraw"],
};

const reasons: Record<string, string> = {
  sendBack: "Thiếu số liệu minh chứng về mô hình tự quản; đề nghị bổ sung.",
  offerForm: "Thành tích phù hợp mức giấy khen của phường.",
  refuse: "Thành tích chưa đủ tiêu chuẩn.",
  withdraw: "Cơ quan đề nghị rút để bổ sung thành tích cho đợt sau.",
};

function eventsOf({ id, status, since, ward, clerk, head }: Dossier) {
  return ["create", ...(ways[status] ?? [])].map((move, order) => {
    const isOfWard = ["create", "propose", "withdraw"].includes(move);
    const person = move === "create" ? clerk : head;
    return {
      id,
      order,
      at: move === "create" || move === "propose" ? "2026-11-12T09:00:00+07:00" : since,
      move,
      personId: isOfWard ? person.id : null,
      name: isOfWard ? person.fullName : "Ban Thi đua - Khen thưởng Thành phố",
      agencyId: isOfWard ? ward : CITY,
      reason: reasons[move] ?? null,
    };
  });
}

/** Eleven of the city who can sign in: the chairman, Sở Nội vụ, Công an, Mặt trận and heads of other departments. */
async function writeCouncil(tx: PoolClient, cast: Cast, dossiers: Dossier[]) {
  const councilId = uuidOf("council:ha-noi");
  const sessionId = uuidOf("session:ha-noi");
  const departments = await rows<Ward>(
    `select agency_id as id, name from agency_on($1) where province_id = $2 and kind in ('provinceHomeAffairs', 'provincePolice', 'provinceFront', 'department')
     order by case kind when 'provinceHomeAffairs' then 1 when 'provincePolice' then 2 when 'provinceFront' then 3 else 4 end, agency_id collate "C" limit 10`,
    [TODAY, CITY],
    tx,
  );
  const seats = [{ id: CITY, name: "UBND Thành phố" }, ...departments].map(({ id, name }, index) => {
    const head = cast.headOf(id);
    return {
      id: uuidOf(`seat:${id}`),
      personId: head.id,
      role: index === 0 ? "chair" : index === 1 ? "viceChair" : index === 2 ? "secretary" : "member",
      agencyId: id,
      post: head.position.includes(name) ? head.position : `${head.position}, ${name}`,
    };
  });
  await rows(
    `with council as (
       insert into council (id, agency_id, name, decision_number, valid_from)
       values ($1, '${CITY}', 'Hội đồng Thi đua - Khen thưởng Thành phố (trình diễn)', '15/QĐ-UBND', '2026-01-05') returning id
     ), session as (
       insert into council_session (id, council_id, title, meets_at, place)
       select $2, id, 'Phiên họp xét khen thưởng phong trào năm 2026', '2026-11-25T08:00:00+07:00', 'Phòng họp số 2, trụ sở UBND Thành phố' from council returning id
     ), members as (
       insert into council_member (id, council_id, person_id, role, agency_id, post, valid_from)
       select m.id, council.id, "personId", role::council_role, "agencyId", post, '2026-01-05'
       from council, jsonb_to_recordset($3::jsonb) as m(id uuid, "personId" uuid, role text, "agencyId" text, post text))
     insert into agenda_item (session_id, nomination_id, "order")
     select session.id, i.id, i."order" from session, jsonb_to_recordset($4::jsonb) as i(id uuid, "order" int)`,
    [
      councilId,
      sessionId,
      JSON.stringify(seats),
      JSON.stringify(
        dossiers.filter(({ status }) => status === "onAgenda").map(({ id }, index) => ({ id, order: index + 1 })),
      ),
    ],
    tx,
  );
}
