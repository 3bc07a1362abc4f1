import { subjectLabels } from "#lib/plans/labels";
import type { Passage } from "#lib/plans/queries";
import { ConfirmationMark } from "./confirmation-mark.tsx";
import styles from "./plan.module.css";
import { passageAction, type Reading } from "./reading.tsx";

/** A form as the Hà Nội plan names it, or with the subjects that the law adds to the national plan's. */
type AwardForm = string | { name: string; classes?: string[]; classes_note?: string; subjects?: string[] };
type AwardData = { titles?: AwardForm[]; forms?: AwardForm[]; decided_by?: string };

/** Forms of award, those of the final review as lists. */
export function Awards({ awards, reading }: { awards: Passage[]; reading: Reading }) {
  return awards.map((award) => {
    const { titles = [], forms = [], decided_by: decidedBy } = award.data as AwardData;
    const listed = [...titles, ...forms];
    return (
      <article key={award.id} id={award.id} className={styles.passage}>
        <h3>{award.title}</h3>
        <AwardForms heading="Danh hiệu thi đua" forms={titles} />
        <AwardForms heading="Hình thức khen thưởng" forms={forms} />
        <p>{afterList(award.text, listed)}</p>
        {decidedBy && <p className={styles.note}>Người quyết định: {decidedBy}.</p>}
        {listed.some((form) => typeof form !== "string") ? (
          <p className={styles.note}>
            Đối tượng của từng hình thức suy từ Luật Thi đua, khen thưởng và Nghị định 152/2025/NĐ-CP; văn bản chỉ ghi
            “tập thể, cá nhân”.
          </p>
        ) : (
          award.note && <p className={styles.note}>Ghi chú: {award.note}.</p>
        )}
        <ConfirmationMark wording={award} action={passageAction(reading, award)} />
      </article>
    );
  });
}

/** What the text says beside the names that stand above it as lists. */
function afterList(text: string, listed: AwardForm[]) {
  const names = listed.map((form) => (typeof form === "string" ? form : form.name)).join("; ");
  return names && text.startsWith(names) ? text.slice(names.length).replace(/^[.\s]+/, "") : text;
}

function AwardForms({ heading, forms }: { heading: string; forms: AwardForm[] }) {
  if (forms.length === 0) return null;
  return (
    <>
      <h4>{heading}</h4>
      <ul className="list-disc pl-6 mb-2">
        {forms.map((form) =>
          typeof form === "string" ? <li key={form}>{form}</li> : <AwardFormItem key={form.name} {...form} />,
        )}
      </ul>
    </>
  );
}

function AwardFormItem({ name, classes, classes_note, subjects }: Exclude<AwardForm, string>) {
  return (
    <li>
      {name}
      {classes && <span className="quiet"> ({classes.join(", ")})</span>}
      {subjects && (
        <span className="quiet"> – {subjects.map((subject) => subjectLabels[subject] ?? subject).join(", ")}</span>
      )}
      {classes_note && <span className={styles.note}> {classes_note}.</span>}
    </li>
  );
}
