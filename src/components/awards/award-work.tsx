import type { AwardWork } from "#lib/awards/nominations/queries";
import { printNumber } from "#lib/text";

/** What of awards waits for one's own agency, in a line each; nothing when nothing waits. */
export function AwardWorkList({ work }: { work: AwardWork | null }) {
  const lines = work
    ? [
        { count: work.held, words: "hồ sơ đề nghị khen thưởng chờ thẩm định hoặc trình" },
        { count: work.toAnswer, words: "hồ sơ bị trả lại hoặc chờ ý kiến về hình thức khác" },
        { count: work.opinions, words: "yêu cầu hiệp y chưa trả lời" },
      ].filter(({ count }) => count > 0)
    : [];
  if (lines.length === 0) return null;
  return (
    <section className="section" aria-labelledby="awards-waiting">
      <h2 id="awards-waiting">Khen thưởng</h2>
      <ul className="link-list">
        {lines.map(({ count, words }) => (
          <li key={words}>
            <a href="/awards">
              <b className="figures">{printNumber(count)}</b> {words}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
