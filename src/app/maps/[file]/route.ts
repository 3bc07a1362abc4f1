import { nationOutlines, provinceCodes, provinceOutlines, spriteOf } from "#lib/dashboards/map/geometry";

/** Outlines as files made once at build: provinces.svg, and one for the communes of each province (01.svg). */
export const dynamic = "force-static";

export const generateStaticParams = async () =>
  ["provinces", ...(await provinceCodes())].map((name) => ({ file: `${name}.svg` }));

export async function GET(_request: Request, { params }: { params: Promise<{ file: string }> }) {
  const name = (await params).file.replace(".svg", "");
  if (name !== "provinces" && !(await provinceCodes()).includes(name)) return new Response(null, { status: 404 });
  const outlines = name === "provinces" ? await nationOutlines() : await provinceOutlines(name);
  return new Response(spriteOf(outlines), {
    headers: { "content-type": "image/svg+xml", "cache-control": "public, max-age=86400" },
  });
}
