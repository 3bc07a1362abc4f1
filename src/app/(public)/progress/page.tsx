import type { Metadata } from "next";
import { MeasureForm } from "#components/publication/measure-form";
import { Split } from "#components/publication/parts";
import { ProgressMap } from "#components/publication/progress-map";
import { Empty } from "#components/ui/empty";
import { printInstant } from "#lib/dates";
import { pictureOf } from "#lib/publication/public/picture";
import { findProgress } from "#lib/publication/public/view";

export const metadata: Metadata = {
  title: "Tiến độ và kết quả",
  openGraph: { images: ["/progress/map.png"] },
};

const RULES = {
  share: "Nhóm theo mốc cố định 50, 75, 90 và 100 %.",
  figure: "Nhóm theo ngũ phân vị của các tỉnh, thành phố có số liệu.",
  stage: "",
};

/** The published numbers of a period by province: a map, the same as a table, and as files. */
export default async function ProgressPage({ searchParams }: PageProps<"/progress">) {
  const progress = await findProgress(await searchParams);
  if (!progress)
    return (
      <>
        <h1>Tiến độ và kết quả</h1>
        <Empty title="Chưa có số liệu nào được công bố">
          Hai bộ chủ trì công bố số liệu sau khi các báo cáo được tiếp nhận.
        </Empty>
      </>
    );
  const { period, periods, measure, measures, numbers } = progress;
  const { places, legend, total, cut } = pictureOf(numbers, measure);
  const query = new URLSearchParams({ period: period.period, measure: measure.id });
  return (
    <>
      <h1>
        {measure.label}, năm {period.period}
      </h1>
      <p>
        Toàn quốc: <strong>{total}</strong>. {period.publishedBy} công bố lúc {printInstant(period.publishedAt)}, theo
        báo cáo đã có đến thời điểm đó. {period.note}
      </p>
      <MeasureForm
        periods={periods.map((one) => one.period)}
        period={period.period}
        measures={measures}
        measure={measure.id}
      />
      <Split>
        <section aria-label="Bản đồ">
          <ProgressMap
            title={`Bản đồ: ${measure.label}, năm ${period.period}`}
            places={places}
            legend={legend}
            rule={RULES[cut]}
          />
        </section>
        <section aria-label="Bảng">
          <table className="table table-dense">
            <caption>{measure.label} theo tỉnh, thành phố</caption>
            <thead>
              <tr>
                <th scope="col">Nơi</th>
                <th scope="col" className="num">
                  Đã công bố
                </th>
              </tr>
            </thead>
            <tbody>
              {places.map(({ id, name, text }) => (
                <tr key={id}>
                  <th scope="row">{name}</th>
                  <td className="num">{text}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="small quiet">
            “Không công bố”: số dựa trên ít hơn {period.leastUnits} báo cáo, hoặc có thể dùng để tính ra số như vậy. Mức
            này do hệ thống đề xuất, chưa có văn bản quy định.
          </p>
          <p className="small">
            Tải: <a href={`/api/v1/numbers?${query}&format=csv&bom=1`}>CSV</a>,{" "}
            <a href={`/api/v1/numbers?${query}`}>JSON</a>, <a href={`/progress/map.png?${query}`}>ảnh bản đồ (PNG)</a>
          </p>
        </section>
      </Split>
    </>
  );
}
