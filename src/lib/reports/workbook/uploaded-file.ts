import { refused } from "#lib/errors";
import { limits } from "#lib/sheets/reading/limits";
import { FileRefusal } from "#lib/sheets/reading/refusal";
import { clean } from "#lib/text";

export type UploadedFile = { name: string; bytes: Uint8Array };

/** What a form adds around a file. */
const ENVELOPE = 20_000;

/** The one file of a form, not read beyond the limit. @throws refused */
export async function uploadedFile(request: Request): Promise<UploadedFile> {
  const length = Number(request.headers.get("content-length"));
  if (!length) throw refused("Không đọc được tệp tải lên. Hãy tải lại trang rồi chọn lại tệp.");
  if (length > limits.bytes + ENVELOPE) throw refused(new FileRefusal("tooLarge").message);
  const file = await request
    .formData()
    .then((form) => form.get("file"))
    .catch(() => null);
  if (!(file instanceof File) || file.name === "")
    throw refused("Chưa chọn tệp.", [{ field: "file", message: "Tệp đã điền: chưa chọn; hãy chọn tệp .xlsx." }]);
  return { name: clean(file.name).slice(0, 200), bytes: new Uint8Array(await file.arrayBuffer()) };
}
