import type { CSSProperties } from "react";
import { states } from "#components/dev/list-part";
import { DeadlineStrip } from "#components/ui/deadline-strip";
import { Notice } from "#components/ui/notice";
import { Tag } from "#components/ui/tag";
import { Timeline } from "#components/ui/timeline";

const dates = {
  opensOn: "2026-10-01",
  dueOn: "2026-11-09",
  closesOn: null,
  wording: "trước ngày 10/11",
  isDefault: false,
};

/** What a report tells about itself. */
export function StoryParts() {
  return (
    <>
      <section className="section">
        <h2 className="section-title">Trạng thái</h2>
        <p className="actions">
          {states.map(({ word, shape, tone }) => (
            <Tag key={word} tone={tone} shape={shape}>
              {word}
            </Tag>
          ))}
        </p>
      </section>
      <section className="section">
        <h2 className="section-title">Thời hạn</h2>
        <DeadlineStrip {...dates} today="2026-10-20" />
        <DeadlineStrip {...dates} today="2026-11-05" isDefault />
        <DeadlineStrip {...dates} today="2026-11-23" closesOn="2026-12-15" />
        <DeadlineStrip {...dates} today="2026-11-23" sentOn="2026-11-05" closesOn="2026-12-15" />
      </section>
      <section className="section">
        <h2 className="section-title">Diễn biến</h2>
        <Timeline
          entries={[
            {
              at: "09:12 23/11/2026",
              who: "Trần Quốc Bảo",
              agency: "Công an Thành phố Hà Nội",
              what: "Trả lại mục 2 và mục 5",
              tone: "wrong",
              reason:
                "Mục 2: số mô hình năm 2026 thấp hơn năm 2025 mà chưa giải trình.\nMục 5: thiếu số vụ đã giải quyết.",
            },
            {
              at: "10:40 06/11/2026",
              who: "Lê Thị Hạnh",
              agency: "Sở Nội vụ thành phố Hà Nội",
              what: "Tiếp nhận",
              tone: "good",
            },
            {
              at: "15:20 05/11/2026",
              who: "Phạm Đức Long",
              agency: "Ủy ban nhân dân phường Hoàn Kiếm",
              what: "Ký và gửi bản 1",
              tone: "wait",
              extra: <a href="/dev/ui">Xem bản 1</a>,
            },
            {
              at: "08:05 02/11/2026",
              who: "Nguyễn Văn An",
              agency: "Ủy ban nhân dân phường Hoàn Kiếm",
              what: "Trình lãnh đạo ký",
              tone: "care",
            },
          ]}
        />
      </section>
      <section className="section">
        <h2 className="section-title">Số liệu chung</h2>
        <div className="figure-row">
          <a className="figure" href="/dev/ui">
            <strong>16.042</strong>
            <span>cuộc tuyên truyền</span>
            <span>năm 2025: 15.340 · 118/126 đơn vị</span>
          </a>
          <div className="figure">
            <strong>92,5 %</strong>
            <span>khu dân cư đạt tiêu chuẩn</span>
            <span>năm 2025: 90,1 % · 118/126 đơn vị</span>
          </div>
        </div>
        <nav className="tabs" aria-label="Phần của báo cáo">
          <a href="/dev/ui" aria-current="page">
            Nội dung
          </a>
          <a href="/dev/ui?tab=2">Nơi nhận</a>
          <a href="/dev/ui?tab=3">Diễn biến</a>
        </nav>
        <dl className="facts">
          <dt>Nơi nhận</dt>
          <dd>Công an Thành phố Hà Nội, Sở Nội vụ thành phố Hà Nội</dd>
          <dt>Căn cứ</dt>
          <dd>Kế hoạch của Ủy ban nhân dân Thành phố, mục VII</dd>
          <dt>Đã nhập</dt>
          <dd>
            <span className="progress" style={{ "--done": 34 / 41 } as CSSProperties}>
              34/41 ô
            </span>
          </dd>
        </dl>
      </section>
      <section className="section">
        <h2 className="section-title">Thông báo</h2>
        <Notice tone="wrong" title="Bị trả lại hai mục">
          Xem lý do ở từng mục, sửa rồi trình ký lại.
        </Notice>
        <Notice tone="care" title="Còn hai ngày làm việc">
          Ngày 24/11 là ngày nghỉ.
        </Notice>
        <Notice tone="wait">Báo cáo đang chờ Sở Nội vụ xem xét.</Notice>
        <Notice tone="good">Cả hai nơi nhận đã tiếp nhận.</Notice>
        <Notice tone="extended">Đoạn này dựng lại từ bản chụp, chưa ai đối chiếu với bản ký.</Notice>
        <Notice tone="still">Không phát sinh trong kỳ, đã ký xác nhận.</Notice>
      </section>
    </>
  );
}
