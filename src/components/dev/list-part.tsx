import { Empty } from "#components/ui/empty";
import { Pagination } from "#components/ui/pagination";
import { Tag, type Tone } from "#components/ui/tag";

export const states: { word: string; shape: string; tone: Tone }[] = [
  { word: "Chưa bắt đầu", shape: "○", tone: "still" },
  { word: "Đang nhập", shape: "◐", tone: "care" },
  { word: "Chờ ký", shape: "✎", tone: "care" },
  { word: "Đã gửi", shape: "➤", tone: "wait" },
  { word: "Trả lại", shape: "↩", tone: "wrong" },
  { word: "Tiếp nhận", shape: "✓", tone: "good" },
  { word: "Quá hạn", shape: "!", tone: "wrong" },
  { word: "Gia hạn", shape: "⧗", tone: "extended" },
  { word: "Không phát sinh", shape: "–", tone: "still" },
];

const names = [
  "Hoàn Kiếm",
  "Cửa Nam",
  "Ba Đình",
  "Ngọc Hà",
  "Giảng Võ",
  "Hai Bà Trưng",
  "Vĩnh Tuy",
  "Bạch Mai",
  "Đống Đa",
  "Kim Liên",
  "Văn Miếu – Quốc Tử Giám",
  "Láng",
];

const rowNumbers = [...Array(28).keys()];

/** A list page: filters, rows of 28 px, pages. */
export function ListPart() {
  return (
    <>
      <form className="filters">
        <input className="input" type="search" name="q" placeholder="Tên đơn vị" aria-label="Tên đơn vị" />
        <label>
          Trạng thái
          <select className="input" name="status">
            <option>Tất cả</option>
            <option>Chưa bắt đầu</option>
          </select>
        </label>
        <label className="check">
          <input type="checkbox" name="late" /> Quá hạn
        </label>
        <button type="submit" className="btn">
          Lọc
        </button>
      </form>
      <div className="table-wrap">
        <table className="table table-stack table-dense">
          <thead>
            <tr>
              <th scope="col">Đơn vị</th>
              <th scope="col">Trạng thái</th>
              <th scope="col">Đang ở</th>
              <th scope="col">Từ</th>
              <th scope="col">Hạn</th>
              <th scope="col" className="num">
                Số ô đã nhập
              </th>
              <th scope="col">Việc tiếp theo</th>
            </tr>
          </thead>
          <tbody>
            {rowNumbers.map((index) => (
              <Row key={index} index={index} />
            ))}
          </tbody>
        </table>
      </div>
      <Pagination page={5} pageCount={67} hrefOf={(page) => `?page=${page}`} />
      <section className="section">
        <Empty title="Không có báo cáo nào khớp bộ lọc">
          <p>
            Bỏ bớt điều kiện, hoặc <a href="/dev/ui">xem tất cả báo cáo</a>.
          </p>
        </Empty>
      </section>
    </>
  );
}

function Row({ index }: { index: number }) {
  const state = states[index % states.length] as (typeof states)[number];
  const name = names[index % names.length] as string;
  return (
    <tr>
      <th scope="row">
        <a href="/dev/ui">Ủy ban nhân dân phường {name}</a>
      </th>
      <td>
        <Tag tone={state.tone} shape={state.shape} title="Nguyễn Văn An, từ 05/11/2026">
          {state.word}
        </Tag>
      </td>
      <td data-label="Đang ở" className="far">
        Công an Thành phố Hà Nội
      </td>
      <td data-label="Từ" className="figures far">
        {String(1 + (index % 9)).padStart(2, "0")}/11/2026
      </td>
      <td data-label="Hạn">
        <span className="figures">09/11/2026</span> <span className="quiet">quá hạn 14 ngày</span>
      </td>
      <td data-label="Số ô đã nhập" className="num far">
        {(index * 1379) % 4111}
      </td>
      <td data-label="Tiếp theo">
        {index === 2 ? (
          <button type="button" className="btn">
            Tiếp nhận
          </button>
        ) : (
          "Nơi nhận xem xét"
        )}
      </td>
    </tr>
  );
}
