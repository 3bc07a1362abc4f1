import { Notice } from "#components/ui/notice";

/** What everybody who uses the rules in force must be told. */
export function RuleWarnings({ warnings, missing = false }: { warnings: string[]; missing?: boolean }) {
  if (missing)
    return (
      <Notice tone="wrong" title="Không có bộ quy định khen thưởng nào đang có hiệu lực">
        <p>Chưa lập, thẩm định hồ sơ được cho đến khi có bộ quy định của ngày hôm nay.</p>
      </Notice>
    );
  if (warnings.length === 0) return null;
  return (
    <Notice tone="care" title="Quy định khen thưởng sắp thay đổi hoặc chưa đối chiếu đủ">
      <details>
        <summary>Xem {warnings.length} điều cần biết</summary>
        <ul>
          {warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      </details>
    </Notice>
  );
}
