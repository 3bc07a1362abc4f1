/** Next calls this once, when a server starts: what goes on without anybody asking begins here. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { keepHouse } = await import("#lib/reports/evidence/housekeeping");
  keepHouse();
}
