import { createHash } from "node:crypto";
import { ImageResponse } from "next/og";
import { MapPicture } from "#components/publication/map-picture";
import { nationOutlines } from "#lib/dashboards/map/geometry";
import { pictureFonts } from "#lib/publication/public/fonts";
import { pictureOf } from "#lib/publication/public/picture";
import { findProgress } from "#lib/publication/public/view";

/** The map as a picture to share: kept for a minute, and told unchanged by its mark without being drawn again. */
export async function GET(request: Request) {
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  const progress = await findProgress(asked);
  if (!progress) return new Response("Chưa có số liệu nào được công bố.", { status: 404 });
  const { period, measure, numbers } = progress;
  const etag = `"${createHash("sha256")
    .update(JSON.stringify([period, measure, numbers]))
    .digest("base64url")
    .slice(0, 27)}"`;
  const headers = { etag, "cache-control": "public, max-age=60" };
  if (request.headers.get("if-none-match") === etag) return new Response(null, { status: 304, headers });
  const picture = pictureOf(numbers, measure);
  return new ImageResponse(
    MapPicture({
      title: `${measure.label}, năm ${period.period}`,
      picture,
      outlines: await nationOutlines(),
      publishedAt: period.publishedAt,
      publishedBy: period.publishedBy,
    }),
    { width: 1200, height: 630, fonts: await pictureFonts(), headers },
  );
}
