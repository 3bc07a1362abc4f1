import { CommandForm } from "#components/ui/command-form";
import { Field } from "#components/ui/field";
import { phaseOf } from "#lib/councils/rules";
import type { Item, OfferedDossier, SessionView } from "#lib/councils/sessions/queries";

type Props = {
  view: SessionView;
  offered: OfferedDossier[];
  awardNames: Record<string, string>;
};

/** The acts of the standing secretariat, one after the other as a session goes. */
export function SecretaryDesk({ view, offered, awardNames }: Props) {
  const { session, items } = view;
  if (session.status === "closed") return null;
  const phases = items.map(({ ballot }) => ballot && phaseOf(ballot));
  const isHandingOut = phases.includes("handingOut");
  const isVoting = phases.includes("voting");
  const waiting = items.filter(({ ballot, outcome }) => !ballot && !outcome);
  const isOpen = session.status === "opened";
  return (
    <section className="section" aria-labelledby="desk">
      <h2 id="desk">Việc của thường trực hội đồng</h2>
      <div className="move-panel">
        {!isOpen && <Act session={session} to="open" label="Khai mạc phiên họp" />}
        {isHandingOut && (
          <Act
            session={session}
            to="voting"
            label="Kết thúc phát phiếu, bắt đầu bỏ phiếu"
            confirm="Kết thúc phát phiếu? Khóa ký phiếu bị hủy: thành viên chưa nhận phiếu sẽ không nhận được nữa."
          />
        )}
        {isVoting && (
          <Act
            session={session}
            to="counting"
            label="Đóng hòm phiếu và kiểm phiếu"
            confirm="Đóng hòm phiếu? Phiếu chưa bỏ vào hòm sẽ không được tính; kết quả không thay đổi được nữa."
          />
        )}
        {isOpen && !isHandingOut && !isVoting && waiting.length === 0 && items.length > 0 && (
          <Act
            session={session}
            to="close"
            label="Kết luận phiên họp"
            confirm="Kết luận phiên họp? Kết quả được ghi vào từng hồ sơ và không thay đổi được nữa."
          />
        )}
      </div>
      {isOpen && !isHandingOut && !isVoting && waiting.length > 0 && (
        <OpenBallots session={session} items={waiting} awardNames={awardNames} />
      )}
      {!isHandingOut && !isVoting && offered.length > 0 && (
        <Offered session={session} offered={offered} awardNames={awardNames} />
      )}
    </section>
  );
}

type Session = SessionView["session"];

function Act({ session, to, label, confirm }: { session: Session; to: string; label: string; confirm?: string }) {
  return (
    <CommandForm
      action={`/api/councils/sessions/${session.id}/${to}`}
      className="move"
      {...(confirm ? { confirm } : {})}
    >
      <input type="hidden" name="version" value={session.version} />
      <button type="submit" className="btn btn-primary">
        {label}
      </button>
    </CommandForm>
  );
}

function OpenBallots({
  session,
  items,
  awardNames,
}: {
  session: Session;
  items: Item[];
  awardNames: Record<string, string>;
}) {
  return (
    <details open>
      <summary>Bỏ phiếu ({items.length} hồ sơ chưa bỏ phiếu)</summary>
      <CommandForm action={`/api/councils/sessions/${session.id}/ballots`} className="card">
        <input type="hidden" name="version" value={session.version} />
        <Field label="Hồ sơ" name="nominations" group>
          {items.map(({ nominationId, nomination }) => (
            <label key={nominationId} className="check">
              <input type="checkbox" name="nominations[]" value={nominationId} defaultChecked />
              <span>
                {nomination.subjectName} – {awardNames[nomination.awardId] ?? nomination.awardId}
              </span>
            </label>
          ))}
        </Field>
        <Field label="Hình thức phiếu" name="means">
          <select className="input" name="means" defaultValue="electronic">
            <option value="electronic">Phiếu điện tử: thành viên bỏ phiếu trên máy của mình</option>
            <option value="paper">Phiếu giấy: hai người kiểm phiếu nhập độc lập</option>
          </select>
        </Field>
        <Field
          label="Cách bỏ phiếu"
          name="kind"
          hint="Chỉ chọn khi bộ quy định không ấn định; hệ thống từ chối lựa chọn trái quy định."
        >
          <select className="input" name="kind" defaultValue="">
            <option value="">Theo bộ quy định của từng hồ sơ</option>
            <option value="secret">Bỏ phiếu kín (hội đồng quyết định)</option>
            <option value="open">Biểu quyết công khai (hội đồng quyết định)</option>
          </select>
        </Field>
        <p className="actions field">
          <button type="submit" className="btn btn-primary">
            Phát phiếu
          </button>
        </p>
      </CommandForm>
    </details>
  );
}

function Offered({
  session,
  offered,
  awardNames,
}: {
  session: Session;
  offered: OfferedDossier[];
  awardNames: Record<string, string>;
}) {
  return (
    <details open={session.status === "preparing"}>
      <summary>Đưa hồ sơ vào chương trình họp ({offered.length} hồ sơ đủ điều kiện)</summary>
      <CommandForm action={`/api/councils/sessions/${session.id}/agenda`} className="card">
        <input type="hidden" name="version" value={session.version} />
        <Field label="Hồ sơ đủ điều kiện" name="nominations" group>
          {offered.map(({ id, subjectName, awardId, agencyName }) => (
            <label key={id} className="check">
              <input type="checkbox" name="nominations[]" value={id} />
              <span>
                {subjectName} – {awardNames[awardId] ?? awardId} <span className="quiet">({agencyName} đề nghị)</span>
              </span>
            </label>
          ))}
        </Field>
        <p className="actions field">
          <button type="submit" className="btn">
            Đưa vào chương trình họp
          </button>
        </p>
      </CommandForm>
    </details>
  );
}
