import { printNumber } from "#lib/text";

/** What came in the last 24 hours, in a line. */
export function ArrivalStrip({ sent, accepted }: { sent: number; accepted: number }) {
  return (
    <p className="quiet">
      24 giờ qua: <strong>{printNumber(sent)}</strong> báo cáo gửi lần đầu, <strong>{printNumber(accepted)}</strong> báo
      cáo được tiếp nhận lần đầu.
    </p>
  );
}
