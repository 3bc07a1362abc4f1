import { Tag } from "#components/ui/tag";
import { printDay, printInstant } from "#lib/dates";
import { extensionLabels } from "#lib/reports/extensions/labels";
import type { ExtensionRow } from "#lib/reports/extensions/queries";

/** Every request for more time with its answer, newest first. */
export function ExtensionTable({ extensions }: { extensions: ExtensionRow[] }) {
  return (
    <div className="table-wrap">
      <table className="table table-stack">
        <thead>
          <tr>
            <th scope="col">Đề nghị</th>
            <th scope="col">Lý do</th>
            <th scope="col">Kết quả</th>
            <th scope="col">Người quyết định</th>
          </tr>
        </thead>
        <tbody>
          {extensions.map((extension) => (
            <ExtensionLine key={extension.id} extension={extension} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ExtensionLine({ extension }: { extension: ExtensionRow }) {
  const { word, shape, tone } = extensionLabels[extension.state];
  return (
    <tr>
      <th scope="row">
        <div>
          <span className="figures">
            {printDay(extension.dueOn)} → {printDay(extension.untilOn)}
          </span>
          <p className="quiet small">
            {extension.askedByName}, {printInstant(extension.askedAt)}
          </p>
        </div>
      </th>
      <td data-label="Lý do">{extension.reason}</td>
      <td data-label="Kết quả">
        <div>
          <Tag tone={tone} shape={shape}>
            {word}
          </Tag>
          {extension.decidedUntilOn && <p>Đến hết ngày {printDay(extension.decidedUntilOn)}.</p>}
          {extension.note && <p>{extension.note}</p>}
        </div>
      </td>
      <td data-label="Người quyết định">
        {extension.decidedAt &&
          `${extension.decidedByName}, ${extension.decidedByAgency}, ${printInstant(extension.decidedAt)}`}
      </td>
    </tr>
  );
}
