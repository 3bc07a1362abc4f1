"use client";
import { useDraftSaver } from "#components/reports/draft-saver";
import { Tag } from "#components/ui/tag";
import { type Check, checksOf, isOpen, type Severity } from "#lib/reports/checks";
import { severityLabels } from "#lib/reports/labels";

const gravest = Object.keys(severityLabels) as Severity[];

/** Everything the rules say of this section now, the gravest first, each with the way to its cell. */
export function SectionChecks({ sectionId }: { sectionId: string }) {
  const { entry, document } = useDraftSaver();
  const checks = checksOf({ ...entry.checked, document })
    .filter((check) => check.sectionId === sectionId)
    .sort((a, b) => gravest.indexOf(a.severity) - gravest.indexOf(b.severity));
  return (
    <section className="section" aria-labelledby="checks">
      <h2 id="checks">Kiểm tra phần này</h2>
      {checks.length === 0 ? (
        <p>✓ Chưa thấy điều gì cần sửa hoặc giải trình.</p>
      ) : (
        <ul className="checks">
          {checks.map((check) => (
            <li key={check.field + check.message}>
              <CheckTag check={check} isExplained={check.severity === "explain" && !isOpen(check, document)} />{" "}
              <a href={`#${idOf(check)}`}>{check.message}</a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const idOf = ({ field }: Check) => field.slice(field.indexOf(".") + 1);

/** How grave a check is: shape, word, colour. */
export function CheckTag({ check, isExplained }: { check: Check; isExplained: boolean }) {
  const { word, shape, tone } = severityLabels[check.severity];
  return isExplained ? (
    <Tag tone="good" shape="✓">
      Đã giải trình
    </Tag>
  ) : (
    <Tag tone={tone} shape={shape}>
      {word}
    </Tag>
  );
}
