import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { PoolClient } from "pg";
import type { DocumentWords } from "#lib/documents/words";
import { readReference } from "./files.ts";

type DocumentTemplates = {
  templates: { kind: string; file: string; effectiveOn: string; source: string; words: DocumentWords }[];
};

/** The templates that come with the system; their files are the .docx beside the list. */
export const documentTemplateRows = () =>
  readReference<DocumentTemplates>("document-templates.json").templates.map(
    ({ kind, file, effectiveOn, source, words }) => {
      const content = readFileSync(join("prisma", "reference", file));
      return {
        kind,
        words,
        file: `\\x${content.toString("hex")}`,
        file_hash: createHash("sha256").update(content).digest("hex"),
        source,
        effective_on: effectiveOn,
      };
    },
  );

/**
 * Adds those the database does not have as the next version of their kind: what a document was made of stays,
 * and a template that an administrator has put in force since stays in force.
 */
export const writeDocumentTemplates = (tx: PoolClient, templates: ReturnType<typeof documentTemplateRows>) =>
  tx.query(
    `insert into document_template (kind, version, words, file, file_hash, source, effective_on)
     select kind, coalesce((select max(version) from document_template known where known.kind = given.kind), 0) + 1, words, file, file_hash, source, effective_on
     from jsonb_populate_recordset(null::document_template, $1) given
     where not exists (select 1 from document_template known where known.kind = given.kind and known.file_hash = given.file_hash and known.words = given.words)`,
    [JSON.stringify(templates)],
  );
