import "server-only";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

const FOLDER = "node_modules/@fontsource/be-vietnam-pro/files";

/** The faces of a picture: Latin, and the letters only Vietnamese has, in two weights. */
export const pictureFonts = () =>
  Promise.all(
    (["latin", "vietnamese"] as const).flatMap((script) =>
      ([400, 600] as const).map(async (weight) => ({
        name: script,
        weight,
        data: (await readFile(join(process.cwd(), FOLDER, `be-vietnam-pro-${script}-${weight}-normal.woff`)))
          .buffer as ArrayBuffer,
      })),
    ),
  );
