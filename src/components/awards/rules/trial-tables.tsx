import { CheckTag } from "#components/awards/nomination-tag";
import { checkTitles } from "#lib/awards/labels";
import type { ChangedCheck, Trial, TriedDossier } from "#lib/awards/rule-sets/trial";
import { printNumber } from "#lib/text";

export function ChangeCounts({ counts }: Pick<Trial, "counts">) {
  return (
    <div className="table-wrap">
      <table className="table table-stack">
        <thead>
          <tr>
            <th scope="col">Điều kiện</th>
            <th scope="col">Thay đổi</th>
            <th scope="col">Số hồ sơ</th>
          </tr>
        </thead>
        <tbody>
          {counts.map(({ dossiers, ...change }) => (
            <tr key={`${change.check} ${change.before} ${change.after}`}>
              <th scope="row">{checkTitles[change.check]}</th>
              <td data-label="Thay đổi">
                <FromTo change={change} />
              </td>
              <td data-label="Số hồ sơ" className="figures">
                {printNumber(dossiers)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function TriedDossiers({ dossiers }: { dossiers: TriedDossier[] }) {
  return (
    <div className="table-wrap">
      <table className="table table-stack">
        <thead>
          <tr>
            <th scope="col">Hồ sơ</th>
            <th scope="col">Hình thức</th>
            <th scope="col">Cơ quan đề nghị</th>
            <th scope="col">Thay đổi</th>
            <th scope="col">Áp dụng</th>
          </tr>
        </thead>
        <tbody>
          {dossiers.map((dossier) => (
            <tr key={dossier.id}>
              <th scope="row">
                <a href={`/awards/nominations/${dossier.id}`}>{dossier.subjectName}</a>
              </th>
              <td data-label="Hình thức">{dossier.awardName}</td>
              <td data-label="Cơ quan đề nghị">{dossier.agencyName}</td>
              <td data-label="Thay đổi">
                <div>
                  {dossier.changes.map((change) => (
                    <div key={change.check}>
                      {checkTitles[change.check]}: <FromTo change={change} />
                    </div>
                  ))}
                </div>
              </td>
              <td data-label="Áp dụng">{dossier.keeps ? "Giữ bộ quy định của ngày đề nghị" : "Sẽ theo bộ mới"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function FromTo({ change: { before, after } }: { change: ChangedCheck }) {
  return (
    <span>
      {before ? <CheckTag state={before} /> : "không có"} → {after ? <CheckTag state={after} /> : "không có"}
    </span>
  );
}
