import type { Metadata } from "next";
import { Cards } from "#components/publication/parts";
import { Empty } from "#components/ui/empty";
import { Tag } from "#components/ui/tag";
import { exemplarLabels } from "#lib/publication/labels";
import { listPublicExemplars } from "#lib/publication/public/queries";

export const metadata: Metadata = { title: "Mô hình, điển hình tập thể" };

export default async function ExemplarsPage() {
  const exemplars = await listPublicExemplars();
  return (
    <>
      <h1>Mô hình, điển hình tập thể</h1>
      <p>
        Cách làm của tập thể, địa bàn do các bộ, tỉnh, thành phố công bố. Tập thể được khen thưởng ở{" "}
        <a href="/awarded">danh sách khen thưởng đã công bố</a>.
      </p>
      {exemplars.length === 0 ? (
        <Empty title="Chưa có mô hình, điển hình nào được công bố">Hãy quay lại sau.</Empty>
      ) : (
        <Cards>
          {exemplars.map((one) => (
            <li key={one.id}>
              <b>{one.title}</b>
              <span className="small quiet">
                {exemplarLabels[one.kind]} · {one.agencyName} · năm {one.year}
              </span>{" "}
              {one.fictitious && <Tag tone="care">Giả định, để trình diễn</Tag>}
              <p>{one.summary}</p>
            </li>
          ))}
        </Cards>
      )}
    </>
  );
}
