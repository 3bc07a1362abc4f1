import { Notice } from "#components/ui/notice";

type Props = {
  warnings: string[];
  missing?: boolean /** named in full at once: on the pages of the rules */;
  isOpen?: boolean;
};

/** What everybody who uses the rules in force must be told. */
export function RuleWarnings({ warnings, missing = false, isOpen = false }: Props) {
  if (missing)
    return (
      <Notice tone="wrong" title="Không có bộ quy định khen thưởng nào đang có hiệu lực">
        <p>Chưa lập, thẩm định hồ sơ được cho đến khi có bộ quy định của ngày hôm nay.</p>
      </Notice>
    );
  if (warnings.length === 0) return null;
  return (
    <Notice tone="care" title="Quy định khen thưởng sắp thay đổi hoặc chưa đối chiếu đủ">
      <details open={isOpen}>
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
