import type { Day } from "#lib/dates";
import type { Level } from "../arrivals/curves.ts";
import type { Outlook } from "../arrivals/outlook.ts";
import type { Deadline, PlaceCounts, UnitCounts } from "../counts/queries.ts";
import type { Scope } from "../policy.ts";
import type { QualityList } from "../quality/rules.ts";

/** What happened between `since` and `now`, and what lies. Counts are of own reports. */
export type Movements = {
  changes: {
    /** for the first time */
    sent: number;
    accepted: number;
    sentLate: number;
    nothing: number;
    putUp: number;
    returned: number;
    corrected: number;
    extended: number;
    /** overdue and not sent when it began */
    overdueBefore: number;
  };
  /** requests for more time that nobody has answered */
  asked: number;
  /** places with a report first sent or first accepted; `moved` counts a report once */
  moved: { placeId: string; moved: number; sent: number; accepted: number; at: string }[];
  /** returned and not sent again, the longest first; `recipients`: who returned it */
  lying: { reportId: string; name: string; sinceOn: Day; recipients: string }[];
  /** recipients who have not answered, by the oldest report that waits */
  waiting: { agencyId: string; name: string; reports: number; sinceOn: Day }[];
};

/** Everything a note is made from. */
export type NoteSource = {
  scope: Scope;
  period: string;
  now: Date;
  since: Date;
  places: (PlaceCounts | UnitCounts)[];
  deadlines: Deadline[];
  movements: Movements;
  quality: Record<QualityList, number>;
  outlooks: { level: Level; outlooks: Outlook[] }[];
};
