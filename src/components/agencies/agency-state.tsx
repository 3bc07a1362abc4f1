import { Tag } from "#components/ui/tag";
import { isInForce, type Lifetime } from "#lib/agencies/rules";
import { type Day, printDay } from "#lib/dates";

/** Whether an agency is at work on a day, has ceased, or has not begun. */
export function AgencyState({ term, day }: { term: Lifetime; day: Day }) {
  if (isInForce(term, day))
    return (
      <Tag tone="good" shape="✓">
        đang hoạt động
      </Tag>
    );
  if (term.validTo && term.validTo < day)
    return (
      <Tag tone="still" shape="–">
        hoạt động đến {printDay(term.validTo)}
      </Tag>
    );
  return (
    <Tag tone="still" shape="○">
      chưa thành lập
    </Tag>
  );
}
