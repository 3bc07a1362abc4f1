import { Tag } from "#components/ui/tag";
import { printInstant } from "#lib/dates";

export const AccountTag = ({ lockedAt }: { lockedAt: Date | null }) =>
  lockedAt ? (
    <Tag tone="wrong" shape="!" title={`Khóa lúc ${printInstant(lockedAt)}`}>
      Bị khóa
    </Tag>
  ) : (
    <Tag tone="good" shape="✓">
      Hoạt động
    </Tag>
  );

export const FictitiousTag = () => (
  <Tag tone="still" shape="–" title="Nhân vật giả định của dữ liệu trình diễn">
    Giả định
  </Tag>
);
