/** Where the units of a list are reminded; `list` is the list's own address. */
export const remindAddress = (list: string) => `/dashboards/remind?list=${encodeURIComponent(list)}`;
