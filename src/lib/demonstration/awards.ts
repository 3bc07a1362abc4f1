import type { PoolClient } from "pg";
import type { NominationStatus, SubjectKind } from "#generated/prisma/enums";
import { takeFacts } from "#lib/awards/nominations/sources";
import { findRules } from "#lib/awards/rule-sets/queries";
import { rows } from "#lib/db";
import { fold } from "#lib/text";
import type { Cast } from "./cast.ts";
import { writeHonours } from "./honours.ts";
import { uuidOf } from "./random.ts";

/** The awards of the demonstration: a round of Hà Nội and one of Huế, some subjects, what one of them received, and dossiers on their way. */

const TODAY = "2026-11-23";
const MERIT = "bang-khen-bo-tinh";

const rounds = [
  { id: "ha-noi", agencyId: "H26", title: "Đợt xét khen thưởng phong trào “Toàn dân bảo vệ an ninh Tổ quốc” năm 2026" },
  { id: "hue", agencyId: "H57", title: "Đợt xét khen thưởng năm 2026 của thành phố Huế" },
];

type Subject = {
  id: string;
  kind: SubjectKind;
  name: string;
  agencyId: string;
  description?: string;
  birthYear?: number;
  isWoman?: boolean;
  isDirectWorker?: boolean;
  members?: number;
  womenMembers?: number;
};

const subjects: Subject[] = [
  { id: "hk-7", kind: "collective", name: "Tổ dân phố số 7", agencyId: "00070", members: 96, womenMembers: 52 },
  {
    id: "hk-9",
    kind: "collective",
    name: "Tổ bảo vệ an ninh, trật tự số 9",
    agencyId: "00070",
    members: 5,
    womenMembers: 1,
  },
  {
    id: "hk-cb",
    kind: "individual",
    name: "Đỗ Thị Minh Hằng",
    agencyId: "00070",
    description: "Công chức Văn phòng HĐND và UBND",
    birthYear: 1988,
    isWoman: true,
    isDirectWorker: true,
  },
  { id: "bd-2", kind: "collective", name: "Tổ dân phố số 2", agencyId: "00004", members: 80, womenMembers: 41 },
  { id: "hue-1", kind: "household", name: "Hộ ông Lê Văn Tám", agencyId: "19753", isDirectWorker: true },
];

const records = [
  {
    subject: "hk-7",
    awardId: MERIT,
    number: "1234/QĐ-UBND",
    decidedOn: "2026-09-02",
    decidedBy: "Chủ tịch UBND thành phố Hà Nội",
    achievement: "Thành tích trong phong trào Toàn dân bảo vệ an ninh Tổ quốc 9 tháng đầu năm 2026",
    from: "2026-01-01",
    to: "2026-08-31",
  },
];

type Dossier = {
  id: string;
  round: string;
  subject: string;
  agencyId: string;
  holderId: string;
  status: NominationStatus;
};

const dossiers: Dossier[] = [
  { id: "hk-9", round: "ha-noi", subject: "hk-9", agencyId: "00070", holderId: "00070", status: "draft" },
  { id: "bd-2", round: "ha-noi", subject: "bd-2", agencyId: "00004", holderId: "H26", status: "proposed" },
  { id: "hue-1", round: "hue", subject: "hue-1", agencyId: "19753", holderId: "H57", status: "proposed" },
];

export async function writeAwards(tx: PoolClient, cast: Cast) {
  await rows(
    `insert into award_round (id, agency_id, kind, title, achieved_from, achieved_to, opens_on, closes_on, award_ids, quotas)
     select id, "agencyId", 'annual', title, '2026-01-01', '2026-10-31', '2026-11-01', '2026-12-10', $2, $3
     from jsonb_to_recordset($1::jsonb) as r(id uuid, "agencyId" text, title text)`,
    [
      JSON.stringify(rounds.map((round) => ({ ...round, id: roundId(round.id) }))),
      [MERIT, "giay-khen", "bang-khen-thu-tuong", "co-thi-dua-chinh-phu"],
      JSON.stringify({ [MERIT]: { most: 40 } }),
    ],
    tx,
  );
  await rows(
    `insert into award_subject (id, kind, name, search_text, agency_id, description, birth_year, is_woman, is_direct_worker, members, women_members, fictitious)
     select id, kind, name, "searchText", "agencyId", description, "birthYear", "isWoman", "isDirectWorker", members, "womenMembers", true
     from jsonb_to_recordset($1::jsonb) as s(id uuid, kind subject_kind, name text, "searchText" text, "agencyId" text, description text,
       "birthYear" int, "isWoman" boolean, "isDirectWorker" boolean, members int, "womenMembers" int)`,
    [JSON.stringify(subjects.map((one) => ({ ...one, id: subjectId(one.id), searchText: fold(one.name) })))],
    tx,
  );
  await rows(
    `insert into award_record (id, subject_id, award_id, category, decision_number, decided_on, decided_by, achievement, achieved_from, achieved_to, origin)
     select id, "subjectId", "awardId", 'campaign', number, "decidedOn", "decidedBy", achievement, "from", "to", 'import'
     from jsonb_to_recordset($1::jsonb) as r(id uuid, "subjectId" uuid, "awardId" text, number text, "decidedOn" date, "decidedBy" text,
       achievement text, "from" date, "to" date)`,
    [
      JSON.stringify(
        records.map((one) => ({ ...one, id: uuidOf(`award:${one.subject}`), subjectId: subjectId(one.subject) })),
      ),
    ],
    tx,
  );
  for (const dossier of dossiers) await writeDossier(tx, dossier, cast);
  await writeHonours(tx, cast, roundId("ha-noi"));
}

const roundId = (name: string) => uuidOf(`round:${name}`);
const subjectId = (name: string) => uuidOf(`subject:${name}`);

/** A dossier pre-built like every other, written by the agency's clerk, and signed by its head when it is proposed. */
async function writeDossier(tx: PoolClient, { id, round, subject, agencyId, holderId, status }: Dossier, cast: Cast) {
  const rules = await findRules(agencyId, TODAY, tx);
  const about = subjects.find((one) => one.id === subject);
  if (!rules || !about) throw new Error(`The demonstration cannot make the dossier ${id}.`);
  const facts = await takeFacts(tx, {
    subjectId: subjectId(subject),
    agencyId: about.agencyId,
    year: "2026",
    rules: rules.definition,
  });
  const at = "2026-11-20T09:00:00+07:00";
  const [clerk, head] = [cast.clerkOf(agencyId), cast.headOf(agencyId)];
  const isProposed = status !== "draft";
  const confirmed = { confirmedAt: at, confirmedByName: clerk.fullName };
  await rows(
    `with made as (
       insert into nomination (id, round_id, subject_id, award_id, agency_id, holder_id, rule_set_id, proposed_on, status, status_since,
         achievement, achieved_from, achieved_to, report, facts)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, '2026-01-01', '2026-10-31', $12, $13) returning id)
     insert into nomination_event (nomination_id, at, move, person_id, person_name, agency_id, agency_name)
     select made.id, $10, e.move, e."personId", e.name, $5, (select name from agency_on('${TODAY}') where agency_id = $5)
     from made, jsonb_to_recordset($14::jsonb) as e(move text, "personId" uuid, name text)`,
    [
      uuidOf(`nomination:${id}`),
      roundId(round),
      subjectId(subject),
      MERIT,
      agencyId,
      holderId,
      isProposed ? rules.ruleSetId : null,
      isProposed ? "2026-11-20" : null,
      status,
      at,
      `Có thành tích xuất sắc trong phong trào Toàn dân bảo vệ an ninh Tổ quốc năm 2026 (${about.name})`,
      JSON.stringify({
        situation: `${about.name} thường xuyên tham gia giữ gìn an ninh, trật tự ở cơ sở.`,
        results: "Duy trì mô hình tự quản, không để xảy ra vụ việc phức tạp về an ninh, trật tự trên địa bàn.",
      }),
      JSON.stringify({ facts, takenAt: at, ...(isProposed ? confirmed : {}) }),
      JSON.stringify([
        { move: "create", personId: clerk.id, name: clerk.fullName },
        ...(isProposed ? [{ move: "propose", personId: head.id, name: head.fullName }] : []),
      ]),
    ],
    tx,
  );
}
