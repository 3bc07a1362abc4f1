import type { Metadata } from "next";
import { Cards, KeyNumber } from "#components/publication/parts";
import { printInstant } from "#lib/dates";
import { listPassages } from "#lib/plans/queries";
import { textOf } from "#lib/publication/measures";
import { findNationalPlanId, listPublicNumbers, listPublicPeriods } from "#lib/publication/public/queries";

export const metadata: Metadata = {
  title: { absolute: "Phong trào thi đua Toàn dân bảo vệ an ninh Tổ quốc" },
  openGraph: { images: ["/progress/map.png"] },
};

/** What the campaign is, when what is due, how far it has come as last published. */
export default async function HomePage() {
  const [planId, [latest]] = await Promise.all([findNationalPlanId(), listPublicPeriods()]);
  const [passages, numbers] = await Promise.all([
    planId ? listPassages(planId) : [],
    latest ? listPublicNumbers({ period: latest.period, place: "total" }) : [],
  ]);
  const contents = passages.filter(({ kind }) => kind === "content");
  const deadlines = passages.filter(({ kind }) => kind === "deadline");
  return (
    <>
      <h1>Toàn dân bảo vệ an ninh Tổ quốc</h1>
      <p>
        Phong trào thi đua do Thủ tướng Chính phủ phát động theo Quyết định 2447/QĐ-TTg; Bộ Công an chủ trì, phối hợp
        với Bộ Nội vụ tổ chức thực hiện. Trang này giới thiệu kế hoạch, tiến độ và kết quả đã được công bố.
      </p>
      {latest && (
        <section aria-labelledby="tien-do">
          <h2 id="tien-do">Năm {latest.period}: số liệu đã công bố</h2>
          <Cards>
            {numbers.slice(0, 6).map((one) => (
              <li key={one.measure}>
                {one.measureName}
                <KeyNumber> {textOf(one, one)}</KeyNumber>
              </li>
            ))}
          </Cards>
          <p className="small quiet">
            {latest.publishedBy} công bố lúc {printInstant(latest.publishedAt)}.{" "}
            <a href="/progress">Xem bản đồ và bảng theo tỉnh, thành phố</a>
          </p>
        </section>
      )}
      {contents.length > 0 && (
        <section aria-labelledby="noi-dung">
          <h2 id="noi-dung">{contents.length} nội dung thi đua</h2>
          <ol className="list-decimal pl-6">
            {contents.map(({ id, title, text }) => (
              <li key={id}>
                <a href={`/campaign#${id}`}>{title ?? text}</a>
              </li>
            ))}
          </ol>
        </section>
      )}
      {deadlines.length > 0 && (
        <section aria-labelledby="thoi-gian">
          <h2 id="thoi-gian">Các mốc thời gian</h2>
          <ul className="list-disc pl-6">
            {deadlines.map(({ id, title, data }) => (
              <li key={id}>
                <a href={`/campaign#${id}`}>{title}</a>: {String(data.when ?? "xem kế hoạch")}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="tim-hieu">
        <h2 id="tim-hieu">Tìm hiểu thêm</h2>
        <Cards>
          <li>
            <b>
              <a href="/campaign">Kế hoạch và tiêu chí</a>
            </b>
            Toàn văn nội dung, tiêu chí của từng nhóm, trách nhiệm và thời hạn.
          </li>
          <li>
            <b>
              <a href="/exemplars">Mô hình, điển hình tập thể</a>
            </b>
            Cách làm hay được các bộ, tỉnh, thành phố công bố.
          </li>
          <li>
            <b>
              <a href="/awarded">Danh sách khen thưởng</a>
            </b>
            Theo các quyết định đã công bố.
          </li>
          <li>
            <b>
              <a href="/open-data">Dữ liệu mở</a>
            </b>
            Tải số liệu CSV, JSON; mô tả từng trường.
          </li>
        </Cards>
        <p>Để đối chiếu một văn bản in từ hệ thống, hãy quét mã QR trên văn bản đó.</p>
      </section>
    </>
  );
}
