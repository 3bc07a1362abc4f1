import type { Known } from "./entry.ts";

/** What came of sending a batch. */
export type Answer =
  | ({ kind: "saved" } & Pick<Known, "sections" | "version">)
  | ({ kind: "changed"; message: string } & Known)
  | { kind: "refused"; message: string; problems: { field: string; message: string }[] }
  /** nobody is signed in any more, or somebody else is */
  | { kind: "signedOut" }
  /** trying again would change nothing: a person has to read why */
  | { kind: "stopped"; message: string }
  | { kind: "lost" };

const PATIENCE_MS = 20_000;

/** Sends one batch. A lost line, a busy server and an answer that is not ours are all “try again later”. */
export async function send(reportId: string, batch: object): Promise<Answer> {
  const response = await ask(`/api/reports/${reportId}/draft`, batch);
  const answer = await response?.json().catch(() => null);
  if (!response || !answer || response.status === 429 || response.status >= 500) return { kind: "lost" };
  if (response.ok) return { kind: "saved", ...answer.data };
  if (response.status === 401) return { kind: "signedOut" };
  if (response.status === 409 && answer.detail?.document)
    return { kind: "changed", message: answer.message, ...answer.detail };
  if (response.status === 422 && answer.fields?.length > 0)
    return { kind: "refused", message: answer.message, problems: answer.fields };
  return { kind: "stopped", message: answer.message };
}

/** The draft as the server has it now; null when it cannot be asked. */
export async function fetchDraft(reportId: string): Promise<Known | "signedOut" | null> {
  const response = await ask(`/api/reports/${reportId}/draft`);
  if (response?.status === 401) return "signedOut";
  return response?.ok ? await response.json().catch(() => null) : null;
}

/** null = no answer. */
async function ask(address: string, body?: object): Promise<Response | null> {
  try {
    return await fetch(address, {
      method: body ? "POST" : "GET",
      headers: { accept: "application/json", ...(body && { "content-type": "application/json" }) },
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
  } catch {
    return null; // no line, or none that answers in time: the outbox keeps everything
  }
}
