import type { PassageKind } from "#generated/prisma/enums";
import type { CampaignPlan, Deadline, DutyPassage, HanoiPlan, KienGiangPlan, NationalPlan, Passage } from "./files.ts";
import { type Actors, agenciesOf } from "./plan-actors.ts";
import type { Row } from "./upsert.ts";

/** A passage before it is put in its plan and its place. */
type Draft = {
  kind: PassageKind;
  passage: Passage;
  title?: string | null;
  extendsId?: string | null;
  /** the first is named as the actor, the others act with it */
  actors?: string[];
  data?: object;
};

type Context = { planId: string; actors: Actors; names: Map<string, string> };

export function nationalPassages(plan: NationalPlan, planId: string, actors: Actors): Row[] {
  const { annual, final_review: review, standards, rule_versioning } = plan.awards;
  const drafts: Draft[] = [
    ...commonBeginning(plan),
    ...plan.solutions.map((passage): Draft => ({ kind: "solution", passage })),
    { kind: "award", passage: annual, title: annual.name },
    {
      kind: "award",
      passage: { ...review, text: listNames([...review.titles, ...review.forms]), note: review.subjects_note },
      title: review.name,
      data: { titles: review.titles, forms: review.forms },
    },
    { kind: "award", passage: standards, title: "Tiêu chuẩn khen thưởng", data: { ruleVersioning: rule_versioning } },
    ...commonEnd(plan),
  ];
  return inOrder(drafts, { planId, actors, names: namesOf(plan) });
}

export function hanoiPassages(plan: HanoiPlan, planId: string, actors: Actors): Row[] {
  const { annual, annual_general, final_review: review, standards, source } = plan.awards;
  const subjects = plan.eligible_subjects;
  const drafts: Draft[] = [
    ...commonBeginning(plan),
    {
      kind: "subject",
      passage: { id: "hn-dt-tap-the", text: subjects.tap_the, source: subjects.source },
      title: "Tập thể",
    },
    {
      kind: "subject",
      passage: { id: "hn-dt-ca-nhan", text: subjects.ca_nhan, source: subjects.source },
      title: "Cá nhân",
    },
    { kind: "award", passage: { id: "hn-kt-hang-nam", text: annual_general, source }, title: "Khen thưởng hằng năm" },
    ...annual.map(({ name, ...passage }): Draft => ({ kind: "award", passage, title: name, data: rest(passage) })),
    {
      kind: "award",
      passage: {
        id: "hn-kt-tong-ket",
        text: `${[...review.titles, ...review.forms].join("; ")}. ${review.rule}`,
        source: review.source ?? source,
      },
      title: "Khen thưởng tổng kết",
      data: { titles: review.titles, forms: review.forms },
    },
    {
      kind: "award",
      passage: { id: "hn-kt-tieu-chuan", text: standards.text, source: standards.source ?? source },
      title: "Tiêu chuẩn khen thưởng",
    },
    ...commonEnd(plan),
    {
      kind: "duty",
      passage: { id: "hn-tn-dieu-chinh", ...plan.plan_amendment },
      title: "Điều chỉnh, bổ sung Kế hoạch",
      actors: ["so-ban-nganh", "co-quan-don-vi", "ubnd-xa-phuong"],
    },
  ];
  return inOrder(drafts, {
    planId,
    actors,
    names: namesOf(plan).set("so-ban-nganh", "Các cơ quan, đơn vị, địa phương"),
  });
}

export function kienGiangPassages(plan: KienGiangPlan, planId: string): Row[] {
  const groups = new Map(plan.groups.map(({ id, name }) => [id, name]));
  const drafts: Draft[] = [
    ...plan.measurable_targets.map(
      (passage): Draft => ({ kind: "target", passage, title: groups.get(passage.group), data: rest(passage) }),
    ),
    ...plan.communication_forms.map(
      (passage): Draft => ({ kind: "channel", passage: { ...passage, source: plan.communication_source } }),
    ),
    ...unknowns(plan.unknown),
  ];
  return inOrder(drafts, { planId, actors: {}, names: new Map() });
}

const commonBeginning = (plan: CampaignPlan): Draft[] => [
  ...plan.purposes.map((passage): Draft => ({ kind: "purpose", passage })),
  ...plan.requirements.map((passage): Draft => ({ kind: "requirement", passage })),
  ...plan.contents.map(
    (passage): Draft => ({ kind: "content", passage, title: passage.short_title, extendsId: passage.extends }),
  ),
];

const commonEnd = (plan: CampaignPlan): Draft[] => [
  ...plan.deadlines.map(deadlineDraft),
  ...plan.duties.map((passage): Draft => ({ kind: "duty", passage, actors: actorsOf(passage), data: rest(passage) })),
  ...unknowns(plan.unknown),
];

function deadlineDraft(deadline: Deadline): Draft {
  const { name, when, text = `${name}: ${when}.`, ambiguity, note = ambiguity } = deadline;
  const actors = [...(deadline.from_actors ?? deadline.actors ?? []), ...(deadline.with_actors ?? [])];
  return { kind: "deadline", passage: { ...deadline, text, note }, title: name, actors, data: rest(deadline) };
}

const actorsOf = ({ actor, with_actors = [] }: DutyPassage) => [actor, ...with_actors];

const unknowns = (lines: string[]): Draft[] =>
  lines.map((text, index) => ({ kind: "unknown", passage: { id: `chua-ro-${index + 1}`, text } }));

const listNames = (items: { name: string }[]) => `${items.map(({ name }) => name).join("; ")}.`;

const namesOf = (plan: CampaignPlan) => new Map(plan.actors.map(({ id, name }) => [id, name]));

const inOrder = (drafts: Draft[], context: Context) =>
  drafts.map((draft, index) => passageRow(draft, index + 1, context));

function passageRow(
  { kind, passage, title, extendsId, actors = [], data = {} }: Draft,
  order: number,
  context: Context,
): Row {
  const [actorId = null] = actors;
  return {
    plan_id: context.planId,
    id: passage.id,
    kind,
    order,
    title: title ?? null,
    text: passage.text,
    actor_id: actorId,
    actor_name: actorId && (context.names.get(actorId) ?? null),
    actor_agencies: agenciesOf(context.actors, actors),
    extends_id: extendsId ?? null,
    note: passage.note ?? null,
    data,
    sources: passage.source ?? [],
    reconstructed: passage.reconstructed_from_ocr ?? false,
    ocr_similarity: passage.ocr_similarity ?? null,
  };
}

const columns = ["id", "text", "name", "note", "source", "reconstructed_from_ocr", "ocr_similarity"];

/** What a passage says about itself that has no column of its own. */
const rest = (passage: object) => Object.fromEntries(Object.entries(passage).filter(([key]) => !columns.includes(key)));
