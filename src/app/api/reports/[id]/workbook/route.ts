import { answer, deliver, refuseOtherSites } from "#lib/command";
import { signInNeeded } from "#lib/errors";
import { actorOf } from "#lib/identity/session";
import { makeTemplate } from "#lib/reports/workbook/queries";
import { uploadReport } from "#lib/reports/workbook/service";
import { uploadedFile } from "#lib/reports/workbook/uploaded-file";
import { XLSX } from "#lib/sheets/writing/types";

type Context = RouteContext<"/api/reports/[id]/workbook">;

/** The workbook of the report, to be filled elsewhere. */
export const GET = (request: Request, { params }: Context) =>
  deliver(request, async (actor) => {
    const { bytes, fileName } = await makeTemplate(actor, (await params).id);
    return { body: bytes, fileName, type: XLSX };
  });

/** A filled workbook: it is read and kept for the preview, and nothing is written into the report. */
export const POST = (request: Request, { params }: Context) =>
  answer(request, async () => {
    refuseOtherSites(request);
    const actor = await actorOf(request);
    if (!actor) throw signInNeeded();
    const { id } = await params;
    const uploadId = await uploadReport(actor, id, () => uploadedFile(request));
    return { message: "Đã đọc tệp. Hãy xem trước các thay đổi.", href: `/reports/${id}/workbook/${uploadId}` };
  });
