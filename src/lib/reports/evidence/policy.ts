import type { EvidenceKind } from "#generated/prisma/enums";
import type { Actor } from "#lib/identity/actor";
import { isEditor, maySeeDraft, type Routed } from "../policy.ts";

/** Writers attach and remove; the signed paper also whoever signs it. When it may be done is for rules.ts to say. */
export const mayAttach = (actor: Actor, report: Routed, kind: EvidenceKind) =>
  kind === "signedPaper" ? maySeeDraft(actor, report) : isEditor(actor, report);

/** What went with a sent version is for all who may see the report, the rest for those who see its draft. */
export const maySeeEvidence = (actor: Actor, report: Routed, { isSent }: { isSent: boolean }) =>
  isSent || maySeeDraft(actor, report);
