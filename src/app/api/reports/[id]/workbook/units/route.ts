import { answer, deliver, refuseOtherSites } from "#lib/command";
import { signInNeeded } from "#lib/errors";
import { actorOf } from "#lib/identity/session";
import { makeUnitsTemplate } from "#lib/reports/workbook/units/queries";
import { uploadUnits } from "#lib/reports/workbook/units/service";
import { uploadedFile } from "#lib/reports/workbook/uploaded-file";
import { XLSX } from "#lib/sheets/writing/types";

type Context = RouteContext<"/api/reports/[id]/workbook/units">;

/** A workbook with a row for each unit of a consolidated report. */
export const GET = (request: Request, { params }: Context) =>
  deliver(request, async (actor) => {
    const { bytes, fileName } = await makeUnitsTemplate(actor, (await params).id);
    return { body: bytes, fileName, type: XLSX };
  });

/** The same, filled: kept to be looked at before it becomes proposals. */
export const POST = (request: Request, { params }: Context) =>
  answer(request, async () => {
    refuseOtherSites(request);
    const actor = await actorOf(request);
    if (!actor) throw signInNeeded();
    const { id } = await params;
    const uploadId = await uploadUnits(actor, id, () => uploadedFile(request));
    return { message: "Đã đọc tệp. Hãy xem trước các đề xuất.", href: `/reports/${id}/workbook/${uploadId}` };
  });
