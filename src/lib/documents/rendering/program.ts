import { LAYOUT } from "../content.ts";
import { checkTemplate } from "../templates/check.ts";
import { renderBriefDocx } from "./brief.ts";
import { renderCertificates } from "./certificate.ts";
import type { Answered, Asked, Job, Result } from "./job.ts";
import { renderBriefPdf, renderPdf } from "./pdf.ts";
import { renderWord } from "./word.ts";

/** The program that renders: one job after the other, started and replaced by press.ts, ended when its parent is gone. */
process.on("message", async ({ id, job }: Asked) => {
  try {
    say({ id, result: await work(job) });
  } catch (error) {
    say({ id, failure: String((error as Error).stack ?? error) });
  }
});
process.once("disconnect", () => process.exit(0));
process.on("SIGINT", () => {}); // Ctrl-C reaches the server, which finishes what is under way
say({ ready: true });

async function work(job: Job): Promise<Result> {
  if ("content" in job && job.content.layout !== LAYOUT)
    throw new Error(`Layout ${job.content.layout} is not known here.`);
  if (job.kind === "pdf") return { file: renderPdf(job.content) };
  if (job.kind === "docx") return { file: renderWord(Buffer.from(job.template), job.content) };
  if (job.kind === "certificates") return { file: await renderCertificates(job.certificates, job) };
  if (job.kind === "briefDocx") return { file: await renderBriefDocx(job.brief) };
  if (job.kind === "briefPdf") return { file: renderBriefPdf(job.brief) };
  return { faults: checkTemplate(Buffer.from(job.template), job.isConsolidated) };
}

function say(words: Answered) {
  process.send?.(words);
}
