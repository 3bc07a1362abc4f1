import { type Day, printDay } from "#lib/dates";
import { type FieldProblem, refused } from "#lib/errors";
import { readDay } from "#lib/reports/values";
import type { Capacity, Signature } from "./presentation.ts";

/** What the form of issue sends, as it was typed. */
export type TypedIssue = {
  number: string;
  symbol: string;
  issuedOn: string;
  place: string;
  superior: string;
  copies: string;
  forWhom: string;
  capacity: Capacity;
  superiorPosition: string;
  position: string;
  signerName: string;
  reason: string;
};

/** What an issued document is called and who signed it, read and found complete. */
export type ReadIssue = {
  number: number;
  symbol: string;
  issuedOn: Day;
  place: string;
  superior: string | null;
  copies: string[];
  signature: Signature;
  reason: string | null;
};

/** Chữ viết tắt of the kind and of the agency. Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.3; Phụ lục III. */
const SYMBOL = /^BC-[\p{Lu}\d]+([-.&][\p{Lu}\d]+)*$/u;

/**
 * Reads what was filled in at issue. `replaces` says that a document of this version stands already.
 * @throws refused with a sentence for every field that is not right
 */
export function readIssue(
  typed: TypedIssue,
  { today, opensOn, replaces }: { today: Day; opensOn: Day; replaces: boolean },
): ReadIssue {
  const issuedOn = readDay(typed.issuedOn);
  const copies = typed.copies
    .split("\n")
    .map((line) =>
      line
        .replace(/^\s*[-–•+]\s*/, "")
        .replace(/[;.\s]+$/, "")
        .trim(),
    )
    .filter((line) => line !== "");
  const problems: FieldProblem[] = [
    ...numberProblems(typed),
    ...dayProblems(typed.issuedOn, issuedOn, today, opensOn),
    ...needed("place", "Địa danh", typed.place),
    ...needed("position", "Chức vụ người ký", typed.position),
    ...needed("signerName", "Họ và tên người ký", typed.signerName),
    ...(["KT", "TL", "TUQ"].includes(typed.capacity)
      ? needed("superiorPosition", `Chức vụ được ký thay (${typed.capacity}.)`, typed.superiorPosition)
      : []),
    ...(copies.length === 0
      ? [{ field: "copies", message: "Nơi nhận: còn trống; hãy ghi ít nhất “Như trên” và nơi lưu." }]
      : []),
    ...(replaces ? needed("reason", "Lý do phát hành lại", typed.reason) : []),
  ];
  if (problems.length > 0 || !issuedOn)
    throw refused(`Có ${problems.length} chỗ cần sửa trước khi phát hành.`, problems);
  return {
    number: Number(typed.number),
    symbol: typed.symbol,
    issuedOn,
    place: typed.place,
    superior: typed.superior || null,
    copies,
    signature: {
      forWhom: typed.forWhom,
      capacity: typed.capacity,
      superiorPosition: typed.superiorPosition,
      position: typed.position,
      name: typed.signerName,
    },
    reason: replaces ? typed.reason : null,
  };
}

const needed = (field: string, name: string, value: string): FieldProblem[] =>
  value ? [] : [{ field, message: `${name}: còn trống; hãy ghi như trên bản đã ký.` }];

function numberProblems({ number, symbol }: TypedIssue): FieldProblem[] {
  return [
    ...(/^[1-9]\d{0,5}$/.test(number.replace(/^0+/, ""))
      ? []
      : [
          {
            field: "number",
            message: `Số văn bản: giá trị “${number}” chưa đúng; hãy ghi số trong sổ văn thư, ví dụ 15.`,
          },
        ]),
    ...(SYMBOL.test(symbol)
      ? []
      : [
          {
            field: "symbol",
            message: `Ký hiệu: giá trị “${symbol}” chưa đúng; hãy ghi BC- rồi chữ viết tắt của cơ quan, ví dụ BC-UBND.`,
          },
        ]),
  ];
}

function dayProblems(typed: string, day: Day | null, today: Day, opensOn: Day): FieldProblem[] {
  const problem = (message: string) => [{ field: "issuedOn", message: `Ngày văn bản: ${message}` }];
  if (!day) return problem(`giá trị “${typed}” chưa đúng; hãy nhập dạng 05/11/2026.`);
  if (day > today) return problem(`${printDay(day)} ở sau ngày hôm nay (${printDay(today)}); hãy ghi ngày đã ký.`);
  return day < opensOn ? problem(`${printDay(day)} ở trước ngày mở kỳ báo cáo (${printDay(opensOn)}).`) : [];
}
