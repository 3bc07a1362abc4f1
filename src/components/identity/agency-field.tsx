const OFFERED = "offered-agencies";

/** An agency by code or name. What `AgencyOptions` on the same page offers is suggested while typing. */
export const AgencyField = ({ value, required = false }: { value?: string; required?: boolean }) => (
  <input
    className="input"
    id="agency"
    name="agency"
    list={OFFERED}
    defaultValue={value}
    required={required}
    placeholder="mã hoặc tên"
    autoComplete="off"
  />
);

export const AgencyOptions = ({ agencies }: { agencies: { id: string; name: string }[] }) => (
  <datalist id={OFFERED}>
    {agencies.map(({ id, name }) => (
      <option key={id} value={id}>
        {name}
      </option>
    ))}
  </datalist>
);

export const AGENCY_HINT = "Mã cơ quan (ví dụ 00070, H26, H26.CA) hoặc tên đầy đủ. Tên trùng ở nhiều nơi thì nhập mã.";
