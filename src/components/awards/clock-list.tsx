import { Fragment } from "react";
import type { Clock } from "#lib/awards/nominations/timing";
import { type Day, printDay, printRemaining } from "#lib/dates";
import { MarkTag } from "./nomination-tag.tsx";

/** The clocks of a dossier as both sides see them. */
export function ClockList({ clocks, today }: { clocks: Clock[]; today: Day }) {
  return (
    <dl className="facts">
      {clocks.map(({ id, what, dueOn, note, source, mark }) => (
        <Fragment key={id}>
          <dt>{what}</dt>
          <dd>
            {dueOn ? (
              <>
                <b className="figures">{printDay(dueOn)}</b> ({printRemaining(today, dueOn)})
              </>
            ) : (
              "chưa có hạn"
            )}
            . {note}{" "}
            <span className="quiet small">
              {source} <MarkTag mark={mark} />
            </span>
          </dd>
        </Fragment>
      ))}
    </dl>
  );
}
