import { CommandForm } from "#components/ui/command-form";
import { Tag } from "#components/ui/tag";
import { attendanceLabels, attendanceStates, councilRoleLabels } from "#lib/councils/labels";
import type { Seat, SessionRow } from "#lib/councils/sessions/queries";

type Props = { session: SessionRow; seats: Seat[]; mayRecord: boolean };

/** Who sits, who is away, who has written. The secretariat records it until slips are out. */
export function Attendance({ session, seats, mayRecord }: Props) {
  const table = (
    <div className="table-wrap">
      <table className="table table-stack">
        <thead>
          <tr>
            <th scope="col">Thành viên</th>
            <th scope="col">Vai trò</th>
            <th scope="col">Có mặt</th>
            <th scope="col">Người dự họp thay</th>
            <th scope="col">Lý do vắng</th>
          </tr>
        </thead>
        <tbody>
          {seats.map((seat) => (
            <tr key={seat.seatId}>
              <th scope="row">
                <div>
                  {seat.memberName}
                  <p className="quiet small">
                    {seat.post}, {seat.agencyName}
                  </p>
                </div>
              </th>
              <td data-label="Vai trò" className="fit">
                {councilRoleLabels[seat.role]}
              </td>
              {mayRecord ? <Inputs seat={seat} /> : <Words seat={seat} />}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
  if (!mayRecord) return table;
  return (
    <CommandForm action={`/api/councils/sessions/${session.id}/attendance`}>
      <input type="hidden" name="version" value={session.version} />
      {table}
      <p className="actions">
        <button type="submit" className="btn">
          Ghi danh sách có mặt
        </button>
      </p>
    </CommandForm>
  );
}

function Words({ seat: { state, isSubstitute, fullName, reason } }: { seat: Seat }) {
  const { word, shape, tone } = attendanceLabels[state];
  return (
    <>
      <td data-label="Có mặt" className="fit">
        <Tag tone={tone} shape={shape}>
          {word}
        </Tag>
      </td>
      <td data-label="Dự thay">{isSubstitute ? fullName : ""}</td>
      <td data-label="Lý do">{reason}</td>
    </>
  );
}

function Inputs({ seat }: { seat: Seat }) {
  const { seatId, memberName, state, isSubstitute, fullName, reason, substitutes } = seat;
  const sits = isSubstitute ? substitutes.find((substitute) => substitute.fullName === fullName)?.id : undefined;
  return (
    <>
      <td data-label="Có mặt">
        <select
          className="input"
          name={`state.${seatId}`}
          defaultValue={isSubstitute ? "absent" : state}
          aria-label={`${memberName}: có mặt`}
        >
          {attendanceStates.map((one) => (
            <option key={one} value={one}>
              {attendanceLabels[one].word}
            </option>
          ))}
        </select>
      </td>
      <td data-label="Dự thay">
        {substitutes.length > 0 && (
          <select
            className="input"
            name={`sits.${seatId}`}
            defaultValue={sits ?? ""}
            aria-label={`${memberName}: người dự họp thay`}
          >
            <option value="">Không</option>
            {substitutes.map(({ id, fullName: name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </td>
      <td data-label="Lý do">
        <input
          className="input"
          name={`reason.${seatId}`}
          defaultValue={reason ?? ""}
          maxLength={500}
          aria-label={`${memberName}: lý do vắng`}
        />
      </td>
    </>
  );
}
