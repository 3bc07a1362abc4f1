import { fileTypeFromBuffer } from "file-type";
import { refused } from "#lib/errors";
import { mediaTypeLabels } from "./labels.ts";
import { extensionOf } from "./names.ts";
import { entriesOf, textOf } from "./zip.ts";

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** What may be attached: the ending of the name, as file-type calls it, and its media type. */
const mediaTypes: Record<string, string> = {
  pdf: "application/pdf",
  png: "image/png",
  jpg: "image/jpeg",
  webp: "image/webp",
  docx: WORD,
  xlsx: EXCEL,
};

const MOST_ENTRIES = 5_000;
const MOST_UNPACKED = 500 * 1024 * 1024;
const MOST_RATIO = 200;

/**
 * The media type of a file, told from its bytes; its name only has to agree.
 * @throws refused when the bytes are of another kind, or an office file has macros, a password or the make of a bomb.
 */
export async function checkContent(name: string, content: Buffer): Promise<string> {
  const found = await fileTypeFromBuffer(content);
  const named = extensionOf(name).replace("jpeg", "jpg");
  const mediaType = found && mediaTypes[found.ext];
  if (!found || !mediaType)
    throw refused(
      `Nội dung của tệp “${name}” không phải ${mediaTypeLabels[named] ?? named}${found ? ` mà là loại “${found.ext}”` : ""}. Hãy mở tệp, lưu lại đúng loại rồi tải lên.`,
    );
  if (found.ext !== named)
    throw refused(
      `Tên tệp “${name}” ghi đuôi “${named}” nhưng nội dung là ${mediaTypeLabels[found.ext]}. Hãy đổi đuôi tệp thành “.${found.ext}” rồi tải lại.`,
    );
  if (mediaType === WORD || mediaType === EXCEL) checkOfficeFile(name, content);
  return mediaType;
}

/** Source: ECMA-376 Part 2, [Content_Types].xml names the type of every part; macros live in vbaProject.bin or macro sheets. */
function checkOfficeFile(name: string, content: Buffer) {
  const entries = entriesOf(content);
  const types = entries?.find((entry) => entry.name === "[Content_Types].xml");
  const declared = types && textOf(content, types);
  if (!entries || !declared || entries.some(({ isEncrypted }) => isEncrypted))
    throw refused(
      `Không đọc được tệp “${name}”: tệp hỏng hoặc có mật khẩu. Hãy mở tệp, bỏ mật khẩu, lưu lại rồi tải lên.`,
    );
  const hasMacros =
    /macroEnabled|vbaProject|macrosheet/i.test(declared) ||
    entries.some((entry) => /vbaProject\.bin$|\/macrosheets\//i.test(entry.name));
  if (hasMacros)
    throw refused(
      `Tệp “${name}” có chứa macro nên không được nhận. Hãy lưu lại dạng không có macro (.docx, .xlsx) hoặc PDF.`,
    );
  const unpacked = entries.reduce((sum, { size }) => sum + size, 0);
  if (entries.length > MOST_ENTRIES || unpacked > MOST_UNPACKED || unpacked > MOST_RATIO * content.length)
    throw refused(
      `Tệp “${name}” nén bất thường (giải nén ra quá lớn) nên không được nhận. Hãy xuất lại tệp từ Word hoặc Excel.`,
    );
}
