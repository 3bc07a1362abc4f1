import { CommandForm } from "#components/ui/command-form";
import { Field } from "#components/ui/field";
import { markLabels } from "#lib/awards/labels";
import type { Mark } from "#lib/awards/rule-set";
import type { Place } from "#lib/awards/rule-sets/change";
import type { RuleSetDetail } from "#lib/awards/rule-sets/queries";
import { differencesOf, type RuleValue } from "#lib/awards/rule-sets/values";
import { ValueFields } from "./value-fields.tsx";

type Props = { set: RuleSetDetail; place: Place; path: string; value: RuleValue | null };

/** One value with the grounds it stands on: none is saved without a document, an article and how far both were read. */
export function ValueForm({ set, place, path, value }: Props) {
  const { document, article } = groundsOf(value?.source ?? "");
  return (
    <CommandForm action={`/api/awards/rules/${set.id}/values`}>
      <input type="hidden" name="version" value={set.version} />
      <input type="hidden" name="path" value={path} />
      <ValueFields kind={place.kind} value={value} awards={set.definition.awards} />
      <Field label="Văn bản" name="document" hint="Số, ngày, cơ quan ban hành.">
        <input className="input" name="document" required maxLength={300} defaultValue={document} />
      </Field>
      <Field label="Điều, khoản" name="article" hint="Nếu văn bản không chia điều thì ghi mục.">
        <input className="input" name="article" required maxLength={200} defaultValue={article} />
      </Field>
      <Field label="Mức độ đã đối chiếu" name="mark" group>
        {(Object.keys(markLabels) as Mark[]).map((mark) => (
          <label key={mark} className="check">
            <input type="radio" name="mark" value={mark} required defaultChecked={value?.mark === mark} />{" "}
            {markLabels[mark].word}
          </label>
        ))}
      </Field>
      <p className="actions">
        <button type="submit" className="btn btn-primary">
          Lưu giá trị
        </button>
        {mayRemove(set, place, path) && (
          <button type="submit" className="btn btn-danger" name="remove" value="1" formNoValidate>
            {place.list ? "Bỏ mục này" : "Theo quy định quốc gia"}
          </button>
        )}
        <a className="btn btn-quiet" href={`/awards/rules/${set.id}`}>
          Thôi
        </a>
      </p>
    </CommandForm>
  );
}

/** An item of a list, or what an agency sets otherwise. */
function mayRemove({ base, definition }: RuleSetDetail, place: Place, path: string) {
  if (place.list) return place.itemId !== null;
  return base !== null && differencesOf(base, definition).some((difference) => difference.path === path);
}

/** “Nghị định 152/2025/NĐ-CP, Điều 33, khoản 5” as its document and its article. */
function groundsOf(source: string) {
  const at = source.search(/, (Điều|mục|khoản|Chương) /);
  return at < 0 ? { document: source, article: "" } : { document: source.slice(0, at), article: source.slice(at + 2) };
}
