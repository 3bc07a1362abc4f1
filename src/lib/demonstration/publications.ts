import type { PoolClient } from "pg";
import { rows } from "#lib/db";
import { compose } from "#lib/publication/compose";
import { LEAST_UNITS } from "#lib/publication/schema";
import { freeze } from "#lib/publication/service";
import type { Cast } from "./cast.ts";
import { uuidOf } from "./random.ts";

/** What the public reads in the demonstration: the year 2025, complete, and some collective models, all made up and marked so. */

const MEASURES = ["sent", "onTime", "accepted", "A1", "B1", "B15", "C1", "D1", "E1", "E2"];

const exemplars = [
  {
    agencyId: "00070",
    kind: "model",
    title: "Tuyến phố tự quản về an ninh, trật tự",
    summary:
      "Các hộ kinh doanh cùng tuyến phố cam kết giữ lối đi, lắp camera chung và báo tin qua nhóm của tổ dân phố. Mô hình giả định, dùng để trình diễn.",
  },
  {
    agencyId: "H57",
    kind: "model",
    title: "Cổng trường an toàn",
    summary:
      "Nhà trường, phụ huynh và công an phường phân luồng giờ tan học, hướng dẫn học sinh xử lý khi gặp nguy hiểm. Mô hình giả định, dùng để trình diễn.",
  },
  {
    agencyId: "H26",
    kind: "example",
    title: "Tổ bảo vệ an ninh, trật tự ở cơ sở",
    summary:
      "Tập thể tổ thường xuyên tuần tra, hòa giải mâu thuẫn nhỏ và hướng dẫn người dân phòng cháy. Điển hình giả định, dùng để trình diễn.",
  },
];

/** Call when the reports are written and the clock shows the day of publishing. */
export async function writePublications(tx: PoolClient, cast: Cast) {
  const officer = cast.officerOf("G01");
  const choice = { period: "2025", measures: MEASURES, least: LEAST_UNITS };
  const composed = await compose(choice, tx);
  const [agency] = await rows<{ name: string }>(
    "select name from agency_on(campaign_today()) where agency_id = 'G01'",
    [],
    tx,
  );
  await freeze(tx, { ...choice, seen: composed.digest, note: "Số liệu giả định, dùng để trình diễn." }, composed, {
    agencyId: "G01",
    agencyName: agency?.name ?? "Bộ Công an",
    personId: officer.id,
    name: officer.fullName,
  });
  await rows(
    `insert into published_exemplar (id, kind, title, agency_id, agency_name, summary, year, fictitious, published_at, published_by_id, published_by_name)
     select e.id, e.kind, e.title, e."agencyId", a.name, e.summary, 2025, true, campaign_now(), $2, $3
     from jsonb_to_recordset($1::jsonb) as e(id uuid, kind text, title text, "agencyId" text, summary text) join agency_on(campaign_today()) a on a.agency_id = e."agencyId"`,
    [
      JSON.stringify(exemplars.map((one) => ({ ...one, id: uuidOf(`exemplar:${one.title}`) }))),
      officer.id,
      officer.fullName,
    ],
    tx,
  );
}
