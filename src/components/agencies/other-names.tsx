import { otherNameLabels } from "#lib/agencies/labels";
import type { OtherName } from "#lib/agencies/queries";

const order = ["former", "place", "code"] as const;

/** “trước đây: Kiên Giang” beside a name; nothing when there is nothing to say. */
export function OtherNames({ names }: { names: OtherName[] }) {
  const groups = order
    .map((kind) => ({ kind, said: names.filter((name) => name.kind === kind) }))
    .filter(({ said }) => said.length > 0);
  return groups.map(({ kind, said }) => (
    <span key={kind} className="quiet small" title={said.map(({ name, note }) => `${name}: ${note}`).join("; ")}>
      {" "}
      ({otherNameLabels[kind]}: {said.map(({ name }) => name).join(", ")})
    </span>
  ));
}
