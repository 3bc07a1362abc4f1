import { clean, printNumber } from "#lib/text";
import { useSettled } from "./use-settled.ts";

const PAUSE_MS = 1000;

/** How much is written of how much may be: always to be seen, but told aloud only near the limit and beyond, after a pause. */
export function Count({ text, limit }: { text: string; limit: number }) {
  const length = clean(text).length;
  const left = limit - length;
  const told = useSettled(left, PAUSE_MS);
  return (
    <>
      <span className={left < 0 ? "count count-over" : "count"}>
        {printNumber(length)} / {printNumber(limit)} ký tự{left < 0 && `, ! vượt ${printNumber(-left)}`}
      </span>
      <span role="status" className="sr-only">
        {aloud(told, limit)}
      </span>
    </>
  );
}

function aloud(left: number, limit: number) {
  if (left < 0)
    return `Vượt ${printNumber(-left)} ký tự so với giới hạn ${printNumber(limit)}; cần rút gọn trước khi gửi.`;
  return left <= limit / 10 ? `Còn ${printNumber(left)} ký tự.` : "";
}
