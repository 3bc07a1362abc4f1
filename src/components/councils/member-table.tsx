import { CommandForm } from "#components/ui/command-form";
import { Tag } from "#components/ui/tag";
import { councilRoleLabels } from "#lib/councils/labels";
import type { CouncilRow, MemberRow } from "#lib/councils/queries";
import { printDay } from "#lib/dates";

export function MemberTable({
  council,
  members,
  keeps,
}: {
  council: CouncilRow;
  members: MemberRow[];
  keeps: boolean;
}) {
  return (
    <CommandForm action={`/api/councils/${council.id}/members`}>
      <input type="hidden" name="version" value={council.version} />
      <div className="table-wrap">
        <table className="table table-stack">
          <thead>
            <tr>
              <th scope="col">Họ và tên</th>
              <th scope="col">Vai trò</th>
              <th scope="col">Chức danh, đơn vị</th>
              <th scope="col">Cơ quan</th>
              <th scope="col">Thời gian</th>
              {keeps && (
                <th scope="col">
                  <span className="sr-only">Việc làm được</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {members.map((member) => (
              <Member key={member.id} council={council} member={member} keeps={keeps} />
            ))}
          </tbody>
        </table>
      </div>
    </CommandForm>
  );
}

function Member({ council, member, keeps }: { council: CouncilRow; member: MemberRow; keeps: boolean }) {
  return (
    <tr>
      <th scope="row" className="fit">
        {member.fullName}
      </th>
      <td data-label="Vai trò">
        {member.substitutesName
          ? `Được ủy quyền dự họp thay ${member.substitutesName}`
          : councilRoleLabels[member.role]}
      </td>
      <td data-label="Chức danh">{member.post}</td>
      <td data-label="Cơ quan">{member.agencyName}</td>
      <td data-label="Thời gian" className="fit">
        từ {printDay(member.validFrom)}
        {member.validTo && (
          <>
            {" "}
            <Tag tone="still" shape="–">
              đến {printDay(member.validTo)}
            </Tag>
          </>
        )}
      </td>
      {keeps && (
        <td className="fit">
          {!member.validTo && (
            <button
              type="submit"
              className="btn btn-danger"
              formAction={`/api/councils/${council.id}/members/${member.id}/end`}
              data-confirm={`Kết thúc vị trí của ${member.fullName} trong hội đồng từ hôm nay? Các phiên họp đã qua vẫn giữ tên.`}
              aria-label={`Kết thúc vị trí của ${member.fullName}`}
            >
              Kết thúc
            </button>
          )}
        </td>
      )}
    </tr>
  );
}
