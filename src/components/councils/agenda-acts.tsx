import { CommandForm } from "#components/ui/command-form";
import { Field } from "#components/ui/field";
import { Notice } from "#components/ui/notice";
import type { Item, Seat, SessionRow } from "#lib/councils/sessions/queries";

type Props = { session: SessionRow; item: Item; ownSeat: Seat | undefined; seats: Seat[]; keeps: boolean };

/** What may be done about one dossier of the agenda: step back from its vote, note dissent, take it off. */
export function AgendaActs({ session, item, ownSeat, seats, keeps }: Props) {
  const to = `/api/councils/sessions/${session.id}/agenda/${item.nominationId}`;
  const isFixed = session.status === "closed" || item.outcome !== null;
  const own = ownSeat && item.recusals[ownSeat.seatId];
  const mayRecuse = !isFixed && !item.ballot && (ownSeat ? !own : keeps);
  const mayKeep = !isFixed && keeps;
  if (!own && !item.dissent && !mayRecuse && !mayKeep) return null;
  return (
    <section className="section" aria-labelledby="acts">
      <h2 id="acts">Tại phiên họp</h2>
      {own && (
        <Notice tone="wait" title="Đồng chí không tham gia bỏ phiếu về hồ sơ này">
          Lý do: {own.reason}.
        </Notice>
      )}
      {item.dissent && (
        <Notice tone="still" title="Ý kiến khác">
          <p className="pre">{item.dissent}</p>
        </Notice>
      )}
      {mayRecuse && <Recusal to={to} seats={keeps ? seats : []} own={ownSeat} />}
      {mayKeep && <Dissent to={to} version={session.version} dissent={item.dissent} />}
      {mayKeep && <TakeOff to={to} version={session.version} />}
    </section>
  );
}

function Recusal({ to, seats, own }: { to: string; seats: Seat[]; own: Seat | undefined }) {
  return (
    <details>
      <summary>Không tham gia bỏ phiếu về hồ sơ này</summary>
      <CommandForm action={`${to}/recusal`} className="card">
        {seats.length > 0 && (
          <Field label="Thành viên" name="seatId">
            <select className="input" name="seatId" defaultValue={own?.seatId}>
              {seats.map(({ seatId, fullName }) => (
                <option key={seatId} value={seatId}>
                  {fullName}
                </option>
              ))}
            </select>
          </Field>
        )}
        <Field label="Lý do" name="reason" hint="Được ghi vào biên bản.">
          <input className="input" name="reason" required maxLength={500} />
        </Field>
        <p className="actions field">
          <button type="submit" className="btn">
            Ghi không tham gia bỏ phiếu
          </button>
        </p>
      </CommandForm>
    </details>
  );
}

function Dissent({ to, version, dissent }: { to: string; version: number; dissent: string | null }) {
  return (
    <details>
      <summary>Ghi ý kiến khác vào biên bản</summary>
      <CommandForm action={`${to}/dissent`} className="card">
        <input type="hidden" name="version" value={version} />
        <Field label="Ý kiến khác" name="dissent">
          <textarea className="input" name="dissent" rows={3} maxLength={4000} defaultValue={dissent ?? ""} />
        </Field>
        <p className="actions field">
          <button type="submit" className="btn">
            Ghi ý kiến
          </button>
        </p>
      </CommandForm>
    </details>
  );
}

function TakeOff({ to, version }: { to: string; version: number }) {
  return (
    <details>
      <summary>Đưa hồ sơ ra khỏi chương trình họp</summary>
      <CommandForm
        action={`${to}/take-off`}
        className="card"
        confirm="Đưa hồ sơ ra khỏi chương trình họp? Hồ sơ trở về trạng thái chờ hội đồng."
      >
        <input type="hidden" name="version" value={version} />
        <Field label="Lý do" name="reason">
          <input className="input" name="reason" required maxLength={1000} />
        </Field>
        <p className="actions field">
          <button type="submit" className="btn btn-danger">
            Đưa ra khỏi chương trình
          </button>
        </p>
      </CommandForm>
    </details>
  );
}
