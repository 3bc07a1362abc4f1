import "server-only";
import { existsSync, readFileSync } from "node:fs";

const FILE = ".next/BUILD_ID";

/** Which build of the application this is: browsers throw away what they keep of another. */
export const buildId = existsSync(FILE) ? readFileSync(FILE, "utf8").trim() : "dev";
