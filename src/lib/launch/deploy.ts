import { env } from "../env.ts";
import { addressOf, startCluster, stopCluster } from "./cluster.ts";
import { openDataFolder } from "./data-folder.ts";
import { becomeOnlyOne } from "./only-one.ts";
import { endWith } from "./problem.ts";
import { prepare } from "./programs.ts";

/**
 * `npm run db:deploy` (step “migrate”), `npm run db:reference` (step “reference”) and `npm run db:account` (step “account”): on the server of DATABASE_URL,
 * or on our own database, which is started for it when the application is not running.
 */
const steps = process.argv.slice(2);

try {
  const { DATABASE_URL, DATA_DIR } = env();
  if (DATABASE_URL) await run(DATABASE_URL);
  else await onOwnDatabase(openDataFolder(DATA_DIR));
  console.log("Xong.");
} catch (error) {
  endWith(error);
}

async function onOwnDatabase(folder: string) {
  if ((await becomeOnlyOne(folder)) !== null) return run(addressOf(folder));
  const cluster = await startCluster(folder);
  try {
    await run(cluster.url);
  } finally {
    await stopCluster(cluster);
  }
}

function run(url: string) {
  return prepare(steps, { ...process.env, DATABASE_URL: url }).done;
}
