import type { ReactNode } from "react";
import type { PassageKind } from "#generated/prisma/enums";
import { impliedActors, passageLabels } from "#lib/plans/labels";
import type { CriterionRow, Passage, ReadingAgency, SubjectGroupRow } from "#lib/plans/queries";
import { bearsOn } from "#lib/plans/rules";
import { Awards } from "./awards.tsx";
import { Contents } from "./contents.tsx";
import { Criteria } from "./criteria.tsx";
import { DocumentFacts } from "./document-facts.tsx";
import { Duties } from "./duties.tsx";
import { ForAgency } from "./for-agency.tsx";
import { PassageList } from "./passage-list.tsx";
import { PlanChain } from "./plan-chain.tsx";
import { PlanReader, type PlanSection } from "./plan-reader.tsx";
import type { Reading } from "./reading.tsx";
import { ReferencedText } from "./referenced-text.tsx";
import { Sources } from "./sources.tsx";
import { Targets } from "./targets.tsx";
import { Timetable } from "./timetable.tsx";

type Props = {
  reading: Reading;
  /** the agency it is read for; nobody's when there is none in force */
  agency: ReadingAgency | null;
  mayChoose: boolean;
  passages: Passage[];
  groups: SubjectGroupRow[];
  criteria: CriterionRow[];
  /** the reports of that agency */
  obligations: ReactNode;
  /** the plan's reporting duties; nothing when it sets none */
  duties: ReactNode;
};

/** Everything a plan says, in the order of the document, after what it means for the reader. Empty parts are left out. */
export function PlanSections({ reading, agency, mayChoose, passages, groups, criteria, obligations, duties }: Props) {
  const { plan } = reading;
  const of = (kind: PassageKind) => passages.filter((passage) => passage.kind === kind);
  const own = agency ? passages.filter(({ actorAgencies }) => bearsOn(actorAgencies, agency, plan.holderPath)) : [];
  const names = new Map(plan.metadata.actors?.map(({ id, name }) => [id, name]));
  const nameOf = (actorId: string) => names.get(actorId) ?? impliedActors[actorId] ?? actorId;
  const list = (kind: PassageKind) => <PassageList passages={of(kind)} reading={reading} />;

  const sections: (PlanSection & { shows: boolean })[] = [
    { id: "van-ban", title: "Văn bản", shows: true, body: <DocumentFacts plan={plan} /> },
    {
      id: "co-quan",
      title: `Đối với ${agency?.name ?? "cơ quan tôi"}`,
      shows: agency !== null,
      body: agency && (
        <ForAgency
          plan={plan}
          agency={agency}
          criteria={criteria.filter(({ groupId }) => groupId === agency.group?.id)}
          duties={own.filter(({ kind }) => kind === "duty")}
          deadlines={own.filter(({ kind }) => kind === "deadline")}
          mayChoose={mayChoose}
        >
          {obligations}
        </ForAgency>
      ),
    },
    { id: "muc-dich", title: "Mục đích", shows: of("purpose").length > 0, body: list("purpose") },
    { id: "yeu-cau", title: "Yêu cầu", shows: of("requirement").length > 0, body: list("requirement") },
    {
      id: "noi-dung",
      title: "Nội dung thi đua",
      shows: of("content").length > 0,
      body: <Contents contents={of("content")} reading={reading} />,
    },
    { id: "doi-tuong", title: "Đối tượng", shows: of("subject").length > 0, body: list("subject") },
    {
      id: "tieu-chi",
      title: "Tiêu chí",
      shows: groups.length > 0,
      body: <Criteria groups={groups} criteria={criteria} ownGroupId={agency?.group?.id ?? null} reading={reading} />,
    },
    {
      id: "khen-thuong",
      title: "Khen thưởng",
      shows: of("award").length > 0,
      body: <Awards awards={of("award")} reading={reading} />,
    },
    { id: "chi-tieu", title: "Chỉ tiêu", shows: of("target").length > 0, body: <Targets targets={of("target")} /> },
    { id: "tuyen-truyen", title: passageLabels.channel, shows: of("channel").length > 0, body: list("channel") },
    {
      id: "thoi-gian",
      title: "Thời gian",
      shows: of("deadline").length > 0,
      body: <Timetable deadlines={of("deadline")} nameOf={nameOf} reading={reading} />,
    },
    { id: "giai-phap", title: "Giải pháp", shows: of("solution").length > 0, body: list("solution") },
    {
      id: "trach-nhiem",
      title: "Trách nhiệm",
      shows: of("duty").length > 0,
      body: (
        <Duties
          duties={of("duty")}
          passages={passages}
          ownIds={new Set(own.map(({ id }) => id))}
          nameOf={nameOf}
          reading={reading}
        />
      ),
    },
    { id: "bao-cao", title: `Nhiệm vụ báo cáo năm ${plan.today.slice(0, 4)}`, shows: Boolean(duties), body: duties },
    {
      id: "chua-quy-dinh",
      title: "Văn bản không quy định",
      shows: of("unknown").length > 0,
      body: (
        <ul className="list-disc pl-6">
          {of("unknown").map(({ id, text }) => (
            <li key={id}>
              <ReferencedText text={text} passages={passages} />
            </li>
          ))}
        </ul>
      ),
    },
    {
      id: "chuoi",
      title: "Kế hoạch trên và dưới",
      shows: true,
      body: <PlanChain ancestors={plan.ancestors} plan={plan} below={plan.children} />,
    },
    {
      id: "nguon",
      title: "Nguồn và chữ đã sửa",
      shows: Boolean(plan.metadata.sources ?? plan.metadata.text_corrections ?? plan.metadata.ocr_notes),
      body: <Sources metadata={plan.metadata} />,
    },
  ];
  return <PlanReader sections={sections.filter(({ shows }) => shows)} />;
}
