import "server-only";
import { createHash, type Hash } from "node:crypto";
import { PassThrough, Readable } from "node:stream";
import { ZipFile } from "yazl";
import { notFound } from "#lib/errors";
import type { Actor } from "#lib/identity/actor";
import { listVersionEvidence, openEvidence } from "#lib/reports/evidence/queries";
import { type DossierFile, evidenceIn, indexOf, unitsAsCsv } from "./dossier-rules.ts";
import { draftFile, issuedFile, issuedName, nameOf, type PaperFile } from "./files.ts";
import { findSent, findUnitFigures, listIssues } from "./queries.ts";

/** A file of the dossier, opened when its turn comes. */
type DossierSource = { name: string; open: () => Promise<Readable> };

/**
 * The dossier of the sent version that stands as one .zip: the document (issued, or as a draft), the figures of every unit,
 * the evidence, and an index with the hash of each. Made while it is read: no file is held whole, but the two of the document.
 */
export async function openDossier(actor: Actor, reportId: string) {
  const sent = await findSent(actor, reportId);
  if (!sent) throw notFound("bản báo cáo đã gửi");
  const issue = (await listIssues(reportId)).find(
    ({ versionNumber, supersededAt }) => versionNumber === sent.version.number && supersededAt === null,
  );
  const paper = (format: "docx" | "pdf") =>
    issue ? issuedFile(actor, issue.id, format) : draftFile(actor, reportId, format);
  const papers = await Promise.all([paper("docx"), paper("pdf")]);
  const units = await findUnitFigures(sent);
  const evidence = evidenceIn(await listVersionEvidence(sent.version.id));
  const files: DossierSource[] = [
    ...papers.map(({ name, content }: PaperFile) => ({ name, open: async () => Readable.from([content]) })),
    ...(units
      ? [{ name: "so-lieu-theo-don-vi.csv", open: async () => Readable.from([Buffer.from(unitsAsCsv(units))]) }]
      : []),
    ...evidence.files.map(({ name, item }) => ({ name, open: () => openEvidence(item) })),
  ];
  const name = `ho-so-${issue ? issuedName(issue) : nameOf(sent)}.zip`;
  return {
    name,
    stream: pack(
      files,
      evidence.left,
      sent.version.sentAt,
      `${sent.report.agencyName}, năm ${sent.report.periodId}, bản ${sent.version.number}`,
    ),
  };
}

/** Packs the files in order, with one date; the index comes last, when every hash is known. */
function pack(files: DossierSource[], left: string[], at: Date, title: string): Readable {
  const zip = new ZipFile();
  const packed: DossierFile[] = [];
  const options = { mtime: at, mode: 0o100644, forceDosTimestamp: true };
  const stop = (error: unknown) => (zip.outputStream as Readable).destroy(error as Error);
  for (const { name, open } of files)
    zip.addReadStreamLazy(name, options, (give) => {
      open().then(
        (stream) =>
          give(
            null,
            hashed(stream, (sha256, size) => packed.push({ name, sha256, size })),
          ),
        stop,
      );
    });
  zip.addReadStreamLazy("muc-luc.txt", options, (give) =>
    give(null, Readable.from([Buffer.from(indexOf(title, packed, left))])),
  );
  zip.on("error", stop);
  zip.end();
  return zip.outputStream as Readable;
}

function hashed(stream: Readable, done: (sha256: string, size: number) => void): Readable {
  const hash: Hash = createHash("sha256");
  let size = 0;
  const through = new PassThrough();
  stream.on("data", (chunk: Buffer) => {
    hash.update(chunk);
    size += chunk.length;
  });
  stream.once("end", () => done(hash.digest("hex"), size));
  stream.once("error", (error) => through.destroy(error));
  return stream.pipe(through);
}
