import type { ReactNode } from "react";
import type { CheckState } from "#lib/awards/eligibility/facts";
import { subjectLabels } from "#lib/awards/labels";
import type { ListedNomination } from "#lib/awards/nominations/queries";
import { printInstant } from "#lib/dates";
import { CheckTag, NominationTag } from "./nomination-tag.tsx";

type Props = {
  nominations: ListedNomination[];
  nameOfAward: (awardId: string) => string;
  /** the gravest finding of each dossier, where the page has computed it */
  states?: Map<string, CheckState> | undefined;
  showsRound?: boolean;
  /** The box that picks a dossier for a list to publish. */
  pick?: ((nomination: ListedNomination) => ReactNode) | undefined;
};

/** Rows of dossiers: for whom, which form, state, eligibility, and where it is. */
export function NominationTable({ nominations, nameOfAward, states, showsRound = false, pick }: Props) {
  return (
    <div className="table-wrap">
      <table className={`table table-stack ${showsRound ? "" : "table-dense"}`}>
        <thead>
          <tr>
            {pick && <th scope="col">Chọn</th>}
            <th scope="col">Đối tượng</th>
            <th scope="col">Hình thức đề nghị</th>
            <th scope="col">Trạng thái</th>
            {states && <th scope="col">Điều kiện</th>}
            <th scope="col">Đề nghị bởi</th>
            <th scope="col">Đang ở</th>
            {showsRound && <th scope="col">Đợt xét</th>}
          </tr>
        </thead>
        <tbody>
          {nominations.map((nomination) => (
            <tr key={nomination.id}>
              {pick && <td data-label="Chọn">{pick(nomination)}</td>}
              <th scope="row">
                <a className="underline" href={`/awards/nominations/${nomination.id}`}>
                  {nomination.subjectName}
                </a>
                <span className="quiet">
                  {" "}
                  – {subjectLabels[nomination.subjectKind].toLowerCase()}, {nomination.subjectAgencyName}
                </span>
              </th>
              <td data-label="Hình thức đề nghị" title={nameOfAward(nomination.awardId)} style={{ maxWidth: "15rem" }}>
                {nameOfAward(nomination.awardId)}
              </td>
              <td data-label="Trạng thái">
                <NominationTag status={nomination.status} title={`từ ${printInstant(nomination.statusSince)}`} />
              </td>
              {states && <td data-label="Điều kiện">{checkOf(states.get(nomination.id))}</td>}
              <td data-label="Đề nghị bởi">{nomination.agencyName}</td>
              <td data-label="Đang ở">{nomination.holderName}</td>
              {showsRound && (
                <td data-label="Đợt xét">
                  <a href={`/awards/rounds/${nomination.roundId}`}>{nomination.roundTitle}</a>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const checkOf = (state: CheckState | undefined) => state && <CheckTag state={state} />;
