import { readRegisterWorkbook } from "#lib/awards/register/service";
import { answer, refuseOtherSites } from "#lib/command";
import { signInNeeded } from "#lib/errors";
import { actorOf } from "#lib/identity/session";
import { uploadedFile } from "#lib/reports/workbook/uploaded-file";

/** A workbook as a pasted table: the page shows it, and nothing is kept of it. */
export const POST = (request: Request) =>
  answer(request, async () => {
    refuseOtherSites(request);
    const actor = await actorOf(request);
    if (!actor) throw signInNeeded();
    const text = await readRegisterWorkbook(actor, () => uploadedFile(request));
    return { message: "Đã đọc tệp, chưa ghi gì.", data: { text } };
  });
