import { roleLabels } from "#lib/identity/labels";

export const RoleSelect = () => (
  <select className="input" name="role" required defaultValue="">
    <option value="" disabled>
      Chọn vai trò
    </option>
    {Object.entries(roleLabels).map(([role, label]) => (
      <option key={role} value={role}>
        {label}
      </option>
    ))}
  </select>
);
