import { addressOf, withClient } from "../../../src/lib/launch/cluster.ts";
import { type CouncilThings, stageCouncil } from "./council.ts";
import { paperName } from "./evidence.ts";
import type { RuleDraft } from "./rules.ts";
import { signIn, visit } from "./visitors.ts";

type Row = Record<string, string>;

/** One statement on the database of the application under test. */
const ask = <T = Row>(text: string, values: unknown[] = []): Promise<T[]> =>
  withClient(
    addressOf(process.env.E2E_DATA_DIR ?? ""),
    async (client) => (await client.query(text, values)).rows as T[],
  );

/** A report: its id, whose it is, what it says, and who has signed or written it. */
export type ReportThing = {
  id: string;
  agencyId: string;
  name: string;
  sentWords: string | null;
  draftWords: string | null;
  sessionWords?: string;
};

export type Things = {
  ward: ReportThing;
  /** reports of communes of Hà Nội and of another province, by their state; not those of anybody who walks */
  inTheCity: Record<string, ReportThing>;
  inTheOtherProvince: Record<string, ReportThing>;
  department: ReportThing;
  ministry: ReportThing;
  city2025: ReportThing;
  city: ReportThing;
  otherProvince: ReportThing;
  drafting: ReportThing;
  nation2025: ReportThing;
  nation: ReportThing;
  wardClerk: PersonThing;
  otherClerk: PersonThing;
  ministryOfficer: PersonThing;
  /** ids of the reports above that belong to H57, whose people walk too */
  isOfH57: Set<string>;
  wardIsWritable: boolean;
  /** the session row of somebody who does not walk */
  foreignSession: string;
  /** read from a scan: somebody has to compare it with the signed original */
  passage: { planId: string; id: string; confirmed: boolean };
  /** dossiers of Hoàn Kiếm (being written), of another ward of the city and of Huế (both with their secretariats) */
  dossiers: { ward: DossierThing; neighbour: DossierThing; hue: DossierThing };
  /** issued of Hoàn Kiếm's report of 2025 */
  document: { id: string; token: string; words: string | null };
  /** attached to Hoàn Kiếm's report; null where the walk has attached nothing */
  paper: { id: string; isSent: boolean } | null;
  /** of Hà Nội's plan */
  criterion: { planId: string; id: string };
  council: CouncilThings;
  ruleDraft: RuleDraft;
};

/** A dossier with its round and subject, as the demonstration made them. */
export type DossierThing = { id: string; roundId: string; subjectId: string; words: string; subjectName: string };

export type PersonThing = { id: string; username: string; fullName: string; version: number };

const REPORT = `select r.id, r.agency_id as "agencyId", t.name, left(v.document->'narratives'->>'N1', 80) as "sentWords",
    case when r.draft->'narratives'->>'N1' is distinct from v.document->'narratives'->>'N1' then left(r.draft->'narratives'->>'N1', 80) end as "draftWords"
  from report r join agency_term t on t.agency_id = r.agency_id and t.valid_to is null left join report_version v on v.id = r.sent_version_id`;

const report = async (condition: string, values: unknown[] = []): Promise<ReportThing> => {
  const [found] = await ask<ReportThing>(`${REPORT} where ${condition} order by r.id limit 1`, values);
  if (!found) throw new Error(`The demonstration has no report where ${condition}.`);
  return found;
};

const person = async (username: string): Promise<PersonThing> => {
  const [found] = await ask<PersonThing>(
    `select id, username, full_name as "fullName", version from person where username = $1`,
    [username],
  );
  if (!found) throw new Error(`The demonstration has no ${username}.`);
  return found;
};

const walking = ["00070", "00004", "30307"];

async function byState(provinceIds: string[]): Promise<Record<string, ReportThing>> {
  const found = await ask<ReportThing & { status: string }>(
    `select distinct on (q.status) q.* from (select r.status, s.* from report r join (${REPORT}) s on s.id = r.id
       join agency_term t on t.agency_id = r.agency_id and t.valid_to is null
       where r.period_id = '2026' and t.kind = 'commune' and t.province_id = any($1) and r.agency_id <> all($2)) q order by q.status, q."draftWords" nulls last, q.id`,
    [provinceIds, walking],
  );
  return Object.fromEntries(found.map((one) => [one.status, one]));
}

const dossier = async (agencyId: string): Promise<DossierThing> => {
  const [found] = await ask<DossierThing>(
    `select n.id, n.round_id as "roundId", n.subject_id as "subjectId", n.achievement as words, s.name as "subjectName"
     from nomination n join award_subject s on s.id = n.subject_id where n.agency_id = $1 order by n.status_since, n.id limit 1`,
    [agencyId],
  );
  if (!found) throw new Error(`The demonstration has no dossier of ${agencyId}.`);
  return found;
};
/** Made here: the demonstration has no draft of rules. It would take effect on a day the national rules still hold. */
async function ruleDraft(): Promise<RuleDraft> {
  const draft = { id: "nhap-ha-noi", title: "Quy chế Hà Nội đang soạn, chưa công bố" };
  await ask(
    `insert into rule_set (id, agency_id, base_id, title, definition, source, effective_from)
     select $1, agency_id, base_id, $2, definition, source, campaign_today() + 20 from rule_set where id = 'ha-noi-sua-2026-nd-152'
     on conflict (id) do nothing`,
    [draft.id, draft.title],
  );
  return draft;
}

/** Signs in before the walk and is left alone by it. */
export const bystander = "canbo.00082";

/** What people try to look at and to change: ids from the database, as if each had been told by somebody. */
export async function findThings(): Promise<Things> {
  const [passage] = await ask<Things["passage"]>(
    `select plan_id as "planId", id, confirmed_at is not null as confirmed from plan_passage where reconstructed order by plan_id, id limit 1`,
  );
  const [criterion] = await ask<Things["criterion"]>(
    `select g.plan_id as "planId", c.id from criterion c join subject_group g on g.id = c.group_id where g.plan_id like '%ha-noi%' order by c.id limit 1`,
  );
  if (!passage || !criterion) throw new Error("The plans have not been loaded.");
  const h57 = await ask<{ id: string }>(
    "select r.id from report r join agency_term t on t.agency_id = r.agency_id where t.path like '/VN/H57/%'",
  );
  const [writable] = await ask<{ is: boolean }>(
    "select status in ('notStarted', 'draft', 'returned', 'correcting') as is from report where agency_id = '00070' and period_id = '2026'",
  );
  const [session] = await ask<{ id: string }>(
    "select s.id from session s join person p on p.id = s.person_id where p.username = $1 and s.revoked_at is null order by s.created_at desc limit 1",
    [bystander],
  );
  const [paper] = await ask<{ id: string; isSent: boolean }>(
    `select e.id, exists (select from report_version_evidence v where v.evidence_id = e.id) as "isSent"
     from evidence e join report r on r.id = e.report_id where r.agency_id = '00070' and r.period_id = '2026' and e.name = $1`,
    [paperName],
  );
  const of = (agencyId: string, period: string, kind: string) =>
    report("r.agency_id = $1 and r.period_id = $2 and r.kind = $3::report_kind", [agencyId, period, kind]);
  return {
    council: await stageCouncil(),
    ward: await of("00070", "2026", "own"),
    inTheCity: await byState(["H26"]),
    inTheOtherProvince: await byState(["H57", "H18", "H35", "H60", "H15"]),
    department: await report("r.period_id = '2026' and t.kind = 'department' and t.path like '/VN/H26/%'"),
    ministry: await report(
      "r.period_id = '2026' and t.kind = 'ministry' and r.kind = 'own' and r.agency_id <> 'G09' and r.sent_version_id is not null",
    ),
    city2025: await of("H26", "2025", "consolidated"),
    city: await of("H26", "2026", "consolidated"),
    otherProvince: await of("H57", "2026", "consolidated"),
    drafting: await report(
      "r.period_id = '2026' and r.kind = 'consolidated' and r.status = 'draft' and r.sent_version_id is null and t.kind = 'province' and r.agency_id <> 'H26'",
    ),
    nation2025: await of("G01", "2025", "consolidated"),
    nation: await of("G01", "2026", "consolidated"),
    wardClerk: await person("canbo.00070"),
    otherClerk: await person("canbo.30307"),
    ministryOfficer: await person("noivu.G09"),
    isOfH57: new Set(h57.map(({ id }) => id)),
    wardIsWritable: writable?.is ?? false,
    foreignSession: session?.id ?? "",
    dossiers: { ward: await dossier("00070"), neighbour: await dossier("00004"), hue: await dossier("19753") },
    passage,
    criterion,
    ruleDraft: await ruleDraft(),
    document: await documentOf(await of("00070", "2025", "own")),
    paper: paper ?? null,
  };
}

/** The document of a report: issued by its clerk, unless an earlier test has done so. */
async function documentOf({ id, sentWords }: ReportThing): Promise<Things["document"]> {
  const known = () =>
    ask<{ id: string; token: string }>(
      "select id, token from document_issue where report_id = $1 and superseded_at is null",
      [id],
    );
  if ((await known()).length === 0) {
    const [sent] = await ask<{ number: number; day: string }>(
      "select v.number, vietnam_day(v.sent_at)::text as day from report r join report_version v on v.id = r.sent_version_id where r.id = $1",
      [id],
    );
    const { cookie } = await signIn("canbo.00070");
    const { body } = await visit(cookie, {
      method: "POST",
      path: `/api/reports/${id}/documents/issue`,
      body: { ...issued, version: sent?.number, issuedOn: sent?.day },
    });
    console.log(`  ${JSON.parse(body).message}`);
  }
  const [document] = await known();
  if (!document) throw new Error("Hoàn Kiếm's report of 2025 has no document.");
  return { ...document, words: sentWords };
}

const issued = {
  number: "777",
  symbol: "BC-UBND",
  place: "Hoàn Kiếm",
  copies: "Như trên",
  forWhom: "Ủy ban nhân dân",
  position: "Chủ tịch",
  signerName: "Người Ký",
};
