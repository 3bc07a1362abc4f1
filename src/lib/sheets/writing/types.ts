/** Media types of what is written. */
export const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
