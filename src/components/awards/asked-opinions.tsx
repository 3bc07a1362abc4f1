import { Tag } from "#components/ui/tag";
import type { AskedOpinion } from "#lib/awards/consultations/queries";
import { opinionLabels } from "#lib/awards/labels";
import { type Day, printDay, printRemaining } from "#lib/dates";

type Props = { opinions: AskedOpinion[]; nameOfAward: (awardId: string) => string; today: Day };

/** Opinions asked of one's own agency, with their clocks. */
export function AskedOpinions({ opinions, nameOfAward, today }: Props) {
  return (
    <div className="table-wrap">
      <table className="table table-dense table-stack">
        <thead>
          <tr>
            <th scope="col">Đối tượng</th>
            <th scope="col">Hình thức</th>
            <th scope="col">Cơ quan hỏi</th>
            <th scope="col">Trả lời</th>
            <th scope="col">Hạn</th>
          </tr>
        </thead>
        <tbody>
          {opinions.map((asked) => (
            <tr key={asked.id}>
              <th scope="row">
                <a className="underline" href={`/awards/consultations/${asked.id}`}>
                  {asked.subjectName}
                </a>
                <span className="quiet">, {asked.subjectAgencyName}</span>
              </th>
              <td data-label="Hình thức">{nameOfAward(asked.awardId)}</td>
              <td data-label="Cơ quan hỏi">{asked.askedByName}</td>
              <td data-label="Trả lời">
                <OpinionTag opinion={asked.opinion} />
              </td>
              <td data-label="Hạn" className="figures">
                {printDay(asked.dueOn)}
                {!asked.opinion && <span className="quiet"> {printRemaining(today, asked.dueOn)}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function OpinionTag({ opinion }: { opinion: "agree" | "disagree" | null }) {
  if (!opinion)
    return (
      <Tag tone="wait" shape="◐">
        Chưa trả lời
      </Tag>
    );
  const { word, shape, tone } = opinionLabels[opinion];
  return (
    <Tag tone={tone} shape={shape}>
      {word}
    </Tag>
  );
}
