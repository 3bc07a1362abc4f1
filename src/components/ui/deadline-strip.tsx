import type { CSSProperties } from "react";
import { Tag } from "#components/ui/tag";
import { type Day, daysBetween, printDay, printRemaining } from "#lib/dates";
import { capital } from "#lib/text";

type Props = {
  opensOn: Day;
  today: Day;
  /** The last day on time. */
  dueOn: Day;
  /** The last day on time before it was extended; null = never extended. */
  originalDueOn?: Day | null;
  closesOn: Day | null;
  /** The words of the document that set the date, for example “trước ngày 10/11”. */
  wording: string;
  /** No plan of the agency's own sets the date. */
  isDefault: boolean;
  /** The day the report was first sent; the remaining days no longer matter then. */
  sentOn?: Day | null;
};

/** Opens, today, due, closes: where a report stands between its dates. */
export function DeadlineStrip({
  opensOn,
  today,
  dueOn,
  originalDueOn = null,
  closesOn,
  wording,
  isDefault,
  sentOn = null,
}: Props) {
  const answeredOn = sentOn ?? today;
  const isOver = answeredOn > dueOn;
  const place = scale(opensOn, [today, dueOn, closesOn ?? dueOn].reduce(later));
  return (
    <div className={`deadline tone-${isOver ? "wrong" : "wait"}`}>
      <p>
        {sentOn ? <Sent sentOn={sentOn} dueOn={dueOn} /> : <Remaining today={today} dueOn={dueOn} />}{" "}
        {originalDueOn && (
          <Tag tone="extended" shape="⧗">
            Gia hạn {daysBetween(originalDueOn, dueOn)} ngày
          </Tag>
        )}{" "}
        <span className="quiet">Văn bản ghi: “{wording}”.</span>{" "}
        {isDefault && (
          <Tag
            tone="extended"
            shape="○"
            title="Chưa có kế hoạch của tỉnh, thành phố được nhập; hạn này sẽ thay đổi khi có kế hoạch"
          >
            Hạn mặc định
          </Tag>
        )}
      </p>
      <div className="deadline-track" aria-hidden="true">
        <span style={{ "--from": 0, "--to": place(answeredOn < dueOn ? answeredOn : dueOn) } as CSSProperties} />
        {isOver && (
          <span className="over" style={{ "--from": place(dueOn), "--to": place(answeredOn) } as CSSProperties} />
        )}
        {originalDueOn && <i style={{ "--at": place(originalDueOn) } as CSSProperties} />}
        <i style={{ "--at": place(dueOn) } as CSSProperties} />
        <i className="today" style={{ "--at": place(today) } as CSSProperties} />
      </div>
      <ol>
        {momentsInOrder({ opensOn, today, dueOn, originalDueOn, closesOn, sentOn }).map(({ word, day }) => (
          <li key={word} className={word === TODAY ? "today" : undefined}>
            {word}
            <b>{printDay(day)}</b>
          </li>
        ))}
      </ol>
    </div>
  );
}

function Remaining({ today, dueOn }: { today: Day; dueOn: Day }) {
  const words = printRemaining(today, dueOn);
  const days = daysBetween(today, dueOn);
  if (days < 0) {
    return (
      <Tag tone="wrong" shape="!">
        {capital(words)}
      </Tag>
    );
  }
  return <Tag tone={days <= 7 ? "care" : "wait"}>{capital(words)}</Tag>;
}

function Sent({ sentOn, dueOn }: { sentOn: Day; dueOn: Day }) {
  const isLate = sentOn > dueOn;
  return (
    <Tag tone={isLate ? "wrong" : "good"} shape={isLate ? "!" : "➤"}>
      {isLate ? `Gửi quá hạn ${daysBetween(dueOn, sentOn)} ngày` : "Gửi đúng hạn"}
    </Tag>
  );
}

const TODAY = "Hôm nay";

function momentsInOrder({
  opensOn,
  today,
  dueOn,
  originalDueOn,
  closesOn,
  sentOn,
}: Record<"opensOn" | "today" | "dueOn", Day> & Record<"originalDueOn" | "closesOn" | "sentOn", Day | null>) {
  const moments = [
    { word: "Mở nhập", day: opensOn },
    { word: "Đã gửi", day: sentOn },
    { word: "Hạn ban đầu", day: originalDueOn },
    { word: "Ngày cuối đúng hạn", day: dueOn },
    { word: TODAY, day: today },
    { word: "Đóng nhận", day: closesOn },
  ];
  return moments
    .filter((moment): moment is { word: string; day: Day } => moment.day !== null)
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

/** Places a day between two others, from 0 to 1. */
function scale(from: Day, to: Day) {
  const whole = Math.max(1, daysBetween(from, to));
  return (day: Day) => Math.min(1, Math.max(0, Math.round((daysBetween(from, day) / whole) * 1000) / 1000));
}

const later = (a: Day, b: Day) => (a > b ? a : b);
