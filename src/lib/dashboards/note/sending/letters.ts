import { dayOf, printDay } from "#lib/dates";
import type { Brief } from "#lib/documents/briefs/content";

/** What the letter says beside the sheet: enough to know whether to open it, without any markup. */
export const letterOf = ({ title, scope, asOf, finding, bands, madeAt }: Brief, address: string) => ({
  subject: `${title} ${printDay(dayOf(new Date(madeAt)))}, ${scope}: ${finding}`,
  text: `${title} – ${scope}
${asOf}

${finding}

${bands
  .flat()
  .flatMap((block) =>
    block.kind === "lines" ? [`${block.title}:`, ...block.lines.map((line) => `– ${line}`), ""] : [],
  )
  .join("\n")}
Toàn văn ở tệp PDF kèm theo và tại ${address}
Thư gửi theo đăng ký của đồng chí; đổi giờ gửi hoặc thôi nhận tại trang đó. Xin không trả lời thư này.
`,
});
