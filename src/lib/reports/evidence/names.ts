import { refused } from "#lib/errors";
import { clean } from "#lib/text";
import { mediaTypeLabels } from "./labels.ts";

/** The kinds of file that may be attached, by the ending of their name. */
const extensions = ["pdf", "png", "jpg", "jpeg", "webp", "docx", "xlsx"] as const;

/** For the file picker of a browser. */
export const accepted = extensions.map((extension) => `.${extension}`).join(",");

const MOST_CHARACTERS = 120;

/** Characters no file system or .zip wants, and those that make a name read otherwise than it is (bidirectional marks). */
const UNWANTED = /[<>:"|?*\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu;
const RESERVED_ON_WINDOWS = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

export const extensionOf = (name: string) => /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? "";

/** The name as it was typed, without what would harm whoever saves the file under it; the ending stays. */
export function cleanName(typed: string): string {
  const last = clean(typed).split(/[/\\]/).at(-1) ?? "";
  const safe = last
    .replace(UNWANTED, "")
    .replace(/\s+/g, " ")
    .replace(/^[. ]+|[. ]+$/g, "");
  const extension = extensionOf(safe);
  const stem = [...(extension ? safe.slice(0, -extension.length - 1) : safe)].slice(0, MOST_CHARACTERS).join("").trim();
  const named = `${stem || "tai-lieu"}${extension && `.${extension}`}`;
  return RESERVED_ON_WINDOWS.test(named) ? `_${named}` : named;
}

/**
 * The mark of secrecy a file's name carries, if any. Only names can be read here: what is inside is for the person who attaches it.
 * Source: Luật Bảo vệ bí mật nhà nước 117/2025/QH15; three levels: Tuyệt mật, Tối mật, Mật.
 */
export function secretMark(name: string): "Tuyệt mật" | "Tối mật" | "Mật" | null {
  const words = clean(name)
    .toLowerCase()
    .replace(/\.[a-z0-9]{1,5}$/, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  const text = ` ${words.join(" ")} `;
  if (/ (tuyệt mật|tuyet mat) /.test(text)) return "Tuyệt mật";
  if (/ (tối mật|toi mat) /.test(text)) return "Tối mật";
  // “mật khẩu”, “mật độ”, “bảo mật”, “bí mật” are ordinary words; a level stands alone at an end or after “độ”, “dấu”.
  const marks = / (độ|dấu|loại) mật /.test(text) || /^ mật (?!khẩu|độ|ong|thiết)/.test(text);
  return marks || /(?<! bảo| bí| cơ| thân) mật $/.test(text) ? "Mật" : null;
}

/** The clean name of a file that may be attached. @throws refused naming the name and what to do. */
export function checkName(typed: string): string {
  const name = cleanName(typed);
  const mark = secretMark(name);
  if (mark)
    throw refused(
      `Tên tệp “${name}” ghi “${mark}”. Hệ thống không nhận tài liệu bí mật nhà nước: hãy gửi theo đường văn bản mật. Nếu tài liệu không mật, hãy đổi tên tệp rồi tải lại.`,
      [{ field: "name", message: `Tên tệp “${name}” có dấu chỉ độ mật “${mark}”.` }],
    );
  const extension = extensionOf(name);
  if (!(extensions as readonly string[]).includes(extension))
    throw refused(
      `Tệp “${name}” thuộc loại không đính kèm được. Hãy chọn tệp ${[...new Set(Object.values(mediaTypeLabels))].join(", ")}.`,
      [{ field: "name", message: `Tệp “${name}”: đuôi “${extension || "không có"}” không được nhận.` }],
    );
  return name;
}
