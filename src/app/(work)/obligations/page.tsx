import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ChangeLists } from "#components/obligations/change-lists";
import { DutyTable } from "#components/obligations/duty-table";
import { CommandForm } from "#components/ui/command-form";
import { DownloadLinks } from "#components/ui/download-links";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { listPeriods } from "#lib/agencies/queries";
import type { Actor } from "#lib/identity/actor";
import { requireActor } from "#lib/identity/session";
import { idsIn } from "#lib/reports/obligations/labels";
import { mayChangeDuty, obligationScope } from "#lib/reports/obligations/policy";
import {
  listDutiesInForce,
  listHolidays,
  listProvincesOnDefault,
  namesOf,
  type ObligationPreview,
  previewObligations,
} from "#lib/reports/obligations/queries";
import { dueOrderProblems, tierOf } from "#lib/reports/obligations/rules";
import { printNumber } from "#lib/text";

export const metadata: Metadata = { title: "Nghĩa vụ báo cáo" };

export default async function ObligationsPage({ searchParams }: PageProps<"/obligations">) {
  const actor = await requireActor();
  const scope = obligationScope(actor);
  if (!scope) notFound();
  const query = await searchParams;
  const periods = await listPeriods();
  const chosen = periods.find(({ id }) => id === (query.period ?? periods[0]?.id));
  if (!chosen) notFound();
  const period = { ...chosen, year: Number(chosen.id) };

  const [inForce, provinces, holidays, preview] = await Promise.all([
    listDutiesInForce(period, scope),
    listProvincesOnDefault(period, scope),
    listHolidays(period.year),
    query.preview ? previewObligations(period.id, scope) : null,
  ]);
  const duties = inForce
    .filter(({ isDefault }) => !isDefault || provinces.length > 0)
    .sort((a, b) => tierOf(a) - tierOf(b));
  const names = preview ? await namesOf(idsIn([...preview.changed, ...preview.restored])) : new Map<string, string>();
  const problems = dueOrderProblems(duties, period.year);
  const reports = duties.reduce((sum, duty) => sum + duty.reports, 0);
  return (
    <>
      <PageHeader
        title={`Nghĩa vụ báo cáo năm ${period.id}`}
        facts={[
          scope === "/VN/" ? "Cả nước" : `Phạm vi của ${actor.agency.name}`,
          `${printNumber(duties.length)} nhiệm vụ`,
          `${printNumber(reports)} báo cáo`,
        ]}
        actions={
          <a className="btn btn-primary" href={`/obligations?period=${period.id}&preview=1#thay-doi`}>
            Xem trước thay đổi
          </a>
        }
      />
      <nav className="tabs" aria-label="Kỳ báo cáo">
        {periods.map(({ id, name }) => (
          <a key={id} href={`/obligations?period=${id}`} aria-current={id === period.id ? "page" : undefined}>
            {name}
          </a>
        ))}
      </nav>
      {problems.map(({ lower, upper, message }) => (
        <Notice key={`${lower.id} ${upper.id}`} tone="wrong" title="Hạn cấp dưới sau hạn cấp trên">
          {message}
        </Notice>
      ))}
      {preview && <Changes preview={preview} names={names} />}
      <section className="section">
        <h2>Nhiệm vụ báo cáo đang có hiệu lực</h2>
        <DutyTable
          duties={duties}
          periodId={period.id}
          holidays={holidays}
          mayChange={({ scopePath }) => mayChangeDuty(actor, scopePath)}
        />
        <DownloadLinks action="/api/obligations/download" query={`period=${period.id}`} />
        <p className="quiet small">
          Hạn theo văn bản không dời khi rơi vào ngày nghỉ; nhắc việc tính lùi từ ngày làm việc cuối.
        </p>
      </section>
      <ProvincesOnDefault provinces={provinces} periodId={period.id} actor={actor} />
    </>
  );
}

function Changes({ preview, names }: { preview: ObligationPreview; names: ReadonlyMap<string, string> }) {
  const count = preview.added.length + preview.changed.length + preview.withdrawn.length + preview.restored.length;
  return (
    <section className="section" id="thay-doi">
      <h2>Thay đổi nếu áp dụng</h2>
      {count === 0 ? (
        <Notice tone="good">
          {printNumber(preview.unchanged)} báo cáo của kỳ đã khớp với kế hoạch và danh sách cơ quan. Không có gì phải áp
          dụng.
        </Notice>
      ) : (
        <>
          <ChangeLists preview={preview} names={names} />
          {preview.problems.length === 0 && (
            <CommandForm
              action="/api/obligations/apply"
              confirm={`Áp dụng ${printNumber(count)} thay đổi vào báo cáo của kỳ? Phần đã làm và dấu “gửi muộn” của báo cáo đã gửi được giữ nguyên.`}
            >
              <input type="hidden" name="periodId" value={preview.periodId} />
              <input type="hidden" name="seen" value={preview.fingerprint} />
              <p className="actions">
                <button type="submit" className="btn btn-primary">
                  Áp dụng {printNumber(count)} thay đổi
                </button>
                <a className="btn btn-quiet" href={`/obligations?period=${preview.periodId}`}>
                  Thôi
                </a>
              </p>
            </CommandForm>
          )}
        </>
      )}
    </section>
  );
}

function ProvincesOnDefault({
  provinces,
  periodId,
  actor,
}: {
  provinces: { id: string; name: string; path: string }[];
  periodId: string;
  actor: Actor;
}) {
  if (provinces.length === 0) return null;
  return (
    <section className="section" id="mac-dinh">
      <h2>Mặc định – tỉnh chưa nhập kế hoạch: {provinces.length}</h2>
      <p className="small quiet mb-2">
        Xã, phường, đặc khu của các tỉnh, thành phố này báo cáo theo hạn mặc định của hệ thống cho tới khi tỉnh nhập hạn
        theo kế hoạch của mình.
      </p>
      <ul className="link-list">
        {provinces.map(({ id, name, path }) => (
          <li key={id}>
            {mayChangeDuty(actor, path) ? <a href={`/obligations/provinces/${id}?period=${periodId}`}>{name}</a> : name}
          </li>
        ))}
      </ul>
    </section>
  );
}
