import { CommandForm } from "#components/ui/command-form";
import { Field } from "#components/ui/field";
import { mayRetire } from "#lib/dashboards/pivot/views/policy";
import type { SavedView } from "#lib/dashboards/pivot/views/queries";
import { MOST_TITLE } from "#lib/dashboards/pivot/views/schema";
import type { Scope } from "#lib/dashboards/policy";
import { dayOf, printDay } from "#lib/dates";
import type { Actor } from "#lib/identity/actor";

type Props = {
  actor: Actor;
  scope: Scope;
  views: SavedView[];
  /** the view this page was opened by */
  opened: SavedView | null;
  /** of the table on the page, as its address holds it; null when it makes no table */
  definition: string | null;
};

/** Tables kept under a name for everybody who watches the scope, and the form that keeps this one. */
export function SavedViews({ actor, scope, views, opened, definition }: Props) {
  return (
    <section className="section" aria-labelledby="saved-views">
      <h2 id="saved-views">Bảng đã lưu</h2>
      {views.length === 0 ? (
        <p className="quiet">Chưa có bảng nào được lưu trong phạm vi {scope.name}.</p>
      ) : (
        <ul className="link-list">
          {views.map((view) => (
            <li key={view.id}>
              <a
                href={`/dashboards/${scope.id}/pivot?view=${view.id}`}
                aria-current={view.id === opened?.id ? "page" : undefined}
              >
                {view.title}
              </a>{" "}
              <span className="quiet">
                {view.agencyName}, {printDay(dayOf(view.createdAt))}
              </span>
            </li>
          ))}
        </ul>
      )}
      {opened && mayRetire(actor, opened) && (
        <CommandForm
          action={`/api/dashboards/${scope.id}/views/${opened.id}/retire`}
          confirm={`Gỡ bảng “${opened.title}”? Ai đang có đường dẫn sẽ không mở được nữa.`}
        >
          <button type="submit" className="btn">
            Gỡ bảng đang mở
          </button>
        </CommandForm>
      )}
      {definition !== null && (
        <CommandForm action={`/api/dashboards/${scope.id}/views`}>
          <input type="hidden" name="definition" value={definition} />
          <Field
            label="Lưu bảng này với tên"
            name="title"
            hint={`Ai theo dõi ${scope.name} cũng mở được. Số liệu luôn là số hiện thời, chỉ cách trình bày được lưu.`}
          >
            <input className="input" name="title" maxLength={MOST_TITLE} required />
          </Field>
          <button type="submit" className="btn">
            Lưu bảng
          </button>
        </CommandForm>
      )}
    </section>
  );
}
