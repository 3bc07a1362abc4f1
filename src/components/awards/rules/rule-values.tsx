import { MarkTag } from "#components/awards/nomination-tag";
import { Tag } from "#components/ui/tag";
import { mayOverride, NEW_ITEM, placeOf } from "#lib/awards/rule-sets/change";
import { printValue } from "#lib/awards/rule-sets/labels";
import type { RuleSetDetail } from "#lib/awards/rule-sets/queries";
import { differencesOf, listShapes, type RuleValue } from "#lib/awards/rule-sets/values";

type Props = { set: RuleSetDetail; values: RuleValue[]; editable: boolean; awardId?: string };

/** Values with how well each is known and where it stands; those an agency sets otherwise are marked. */
export function RuleValues({ set, values, editable, awardId }: Props) {
  const own = new Set(set.base ? differencesOf(set.base, set.definition).map(({ path }) => path) : []);
  return (
    <>
      <div className="table-wrap">
        <table className="table table-stack">
          <thead>
            <tr>
              <th scope="col">Nội dung</th>
              <th scope="col">Giá trị</th>
              <th scope="col">Căn cứ</th>
              {editable && <th scope="col">Sửa</th>}
            </tr>
          </thead>
          <tbody>
            {values.map((value) => (
              <tr key={value.path}>
                <th scope="row">{value.label}</th>
                <td data-label="Giá trị">
                  <div>
                    {printValue(value)} <MarkTag mark={value.mark} />{" "}
                    {own.has(value.path) && <Tag tone="wait">Quy định riêng</Tag>}
                  </div>
                </td>
                <td data-label="Căn cứ" className="small">
                  {value.source}
                </td>
                {editable && (
                  <td data-label="Sửa">
                    {isOpen(set, value.path) && (
                      <a href={editHref(set.id, value.path)} aria-label={`Sửa: ${value.label}, ${printValue(value)}`}>
                        Sửa
                      </a>
                    )}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {editable && awardId && <NewItems set={set} awardId={awardId} />}
    </>
  );
}

function NewItems({ set, awardId }: { set: RuleSetDetail; awardId: string }) {
  const lists = Object.entries(listShapes).filter(([list]) => isOpen(set, `${awardId}.${list}.${NEW_ITEM}`));
  if (lists.length === 0) return null;
  return (
    <p className="actions">
      {lists.map(([list, { label }]) => (
        <a key={list} className="btn btn-quiet" href={editHref(set.id, `${awardId}.${list}.${NEW_ITEM}`)}>
          Thêm: {label.toLowerCase()}
        </a>
      ))}
    </p>
  );
}

/** Whether this draft may set the value. */
function isOpen({ base, definition }: RuleSetDetail, path: string) {
  const place = placeOf(definition, path);
  return place !== null && (base === null || mayOverride(base, place));
}

const editHref = (id: string, path: string) => `/awards/rules/${id}/edit?value=${encodeURIComponent(path)}`;
