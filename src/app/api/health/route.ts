import { readHealth } from "#lib/launch/health";

export const dynamic = "force-dynamic";

/** 200 while the application can serve, 503 while it has no database. */
export async function GET() {
  const health = await readHealth();
  return Response.json(health, {
    status: health.status === "ok" ? 200 : 503,
    headers: { "cache-control": "no-store" },
  });
}
