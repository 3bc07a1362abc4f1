import "server-only";
import { recordAudit } from "#lib/audit";
import { rows, transaction } from "#lib/db";
import { authorize, refused } from "#lib/errors";
import type { Actor } from "#lib/identity/actor";
import { readApart } from "#lib/sheets/reading/read-apart";
import { fold } from "#lib/text";
import { findRulesOfToday } from "../rounds/queries.ts";
import { fieldsOf } from "../schema.ts";
import { mayWriteSubject } from "../subjects/policy.ts";
import { type PlacedLine, placeLines } from "./queries.ts";
import { MOST_LINES, readRegister, tableOf, tableOfSheet, textOfTable } from "./rules.ts";

/** What an import would do, line by line. */
export type Preview = {
  wrong: { line: number; name: string; problems: string[] }[];
  lines: (PlacedLine & { awardName: string })[];
};

/** Reads a list without writing anything. @throws refused when it has no heading, or is too long. */
export async function previewImport(actor: Actor, text: string): Promise<Preview> {
  authorize(mayWriteSubject(actor, actor.agency), WRITERS);
  const rules = await findRulesOfToday(actor.agency.id);
  const awards = rules?.definition.awards ?? [];
  const { missing, lines, wrong } = readRegister(tableOf(text), awards);
  if (missing.length > 0)
    throw refused(`Dòng tiêu đề thiếu cột: ${missing.join(", ")}. Hãy giữ nguyên tên cột của bảng mẫu.`, [
      { field: "text", message: `Dòng tiêu đề thiếu cột: ${missing.join(", ")}.` },
    ]);
  if (lines.length + wrong.length === 0) throw refused("Bảng chỉ có dòng tiêu đề. Hãy thêm các dòng cần nhập.");
  if (lines.length + wrong.length > MOST_LINES)
    throw refused(`Bảng có hơn ${MOST_LINES} dòng. Hãy chia thành nhiều lần nhập.`);
  const placed = await placeLines(actor, lines);
  const unclear = placed.filter(({ meant }) => meant.length !== 1);
  return {
    wrong: [
      ...wrong,
      ...unclear.map(({ line, name, agency, meant }) => ({
        line,
        name,
        problems: [
          `Cơ quan: “${agency}” ${meant.length > 1 ? "trùng ở nhiều nơi; hãy ghi mã cơ quan" : "không có trong phạm vi của cơ quan đồng chí; hãy ghi mã hoặc tên đầy đủ"}.`,
        ],
      })),
    ].sort((a, b) => a.line - b.line),
    lines: placed
      .filter(({ meant }) => meant.length === 1)
      .map((line) => ({ ...line, awardName: awards.find(({ id }) => id === line.awardId)?.name ?? line.awardId })),
  };
}

/**
 * The table of a workbook as text, to be previewed and imported like a pasted one: nothing is kept of the file.
 * @throws refused when it cannot be read, or no sheet has the heading.
 */
export async function readRegisterWorkbook(actor: Actor, file: () => Promise<{ bytes: Uint8Array }>): Promise<string> {
  authorize(mayWriteSubject(actor, actor.agency), WRITERS);
  const { sheets } = await readApart((await file()).bytes);
  for (const sheet of sheets) {
    const table = tableOfSheet(sheet);
    if (table) return textOfTable(table);
  }
  throw refused(
    "Không trang tính nào có dòng tiêu đề đủ các cột bắt buộc. Hãy giữ nguyên tên cột như trên trang này.",
    [{ field: "file", message: "Tệp .xlsx: thiếu dòng tiêu đề." }],
  );
}

const WRITERS = "Vai trò hiện tại không ghi sổ khen thưởng.";

type Entry = PlacedLine & { subjectId: string | null };

/**
 * Writes the lines of a list into the register: each as the clerk decided of it, `choice.<line>`. Lines that cannot be read stop the
 * import; a line whose subject may be known already must be decided; without a choice a line nobody is alike to is a new subject.
 * A bounded number of statements, whatever the number of lines. Returns how many were written and how many left out.
 */
export async function importRegister(actor: Actor, input: { text: string } & Record<string, unknown>) {
  const { wrong, lines } = await previewImport(actor, input.text);
  if (wrong.length > 0)
    throw refused(
      `Còn ${wrong.length} dòng chưa đúng. Hãy sửa trong bảng rồi xem lại.`,
      wrong
        .slice(0, 50)
        .map(({ line, problems }) => ({ field: "text", message: `Dòng ${line}: ${problems.join(" ")}` })),
    );
  const choices = fieldsOf(input, "choice");
  return transaction(async (tx) => {
    const chosen = lines.map((line) => entryOf(line, choices[line.line]));
    const undecided = chosen.filter((entry) => entry === undefined).length;
    if (undecided > 0)
      throw refused(
        `Còn ${undecided} dòng có thể trùng đối tượng đã ghi mà chưa chọn cách xử lý. Hãy chọn cho từng dòng.`,
      );
    const entries = chosen.filter((entry): entry is Entry => Boolean(entry));
    await rows(INSERT, [JSON.stringify(entries.map(asRow))], tx);
    await recordAudit(tx, {
      actor,
      action: "awardRegister.import",
      subject: { type: "awardSubject", id: actor.agency.id, path: actor.agency.path },
      detail: { written: entries.length, skipped: lines.length - entries.length },
    });
    return { written: entries.length, skipped: lines.length - entries.length };
  });
}

/** The line with the subject it is about (null = a new one); null = left out; undefined = nobody has decided. */
function entryOf(line: PlacedLine, choice: string | undefined): Entry | null | undefined {
  if (choice === "skip") return null;
  if (choice === "new") return { ...line, subjectId: null };
  if (choice) {
    const meant = line.alike.find(({ subject }) => subject.id === choice);
    if (line.known.includes(choice)) return null; // the register has it: twice would be wrong
    return meant && { ...line, subjectId: meant.subject.id };
  }
  return line.alike.length === 0 ? { ...line, subjectId: null } : undefined;
}

/** New subjects of one list that are the same by kind, name, year and agency become one. */
const asRow = ({ subjectId, meant, ...line }: Entry) => ({
  ...line,
  alike: undefined,
  subjectId,
  agencyId: meant[0]?.id,
  searchText: fold(line.name),
  key: [line.kind, fold(line.name), line.birthYear ?? "", meant[0]?.id].join("|"),
});

const INSERT = `
  with line as (
    select * from jsonb_to_recordset($1::jsonb) as l(key text, "subjectId" uuid, kind subject_kind, name text, "searchText" text, "agencyId" text,
      description text, "birthYear" int, "awardId" text, category text, "decisionNumber" text, "decidedOn" date, "decidedBy" text, achievement text,
      "achievedFrom" date, "achievedTo" date)
  ), fresh as (
    select distinct on (key) key, gen_random_uuid() as id, kind, name, "searchText", "agencyId", description, "birthYear"
    from line where "subjectId" is null order by key
  ), subjects as (
    insert into award_subject (id, kind, name, search_text, agency_id, description, birth_year)
    select id, kind, name, "searchText", "agencyId", description, "birthYear" from fresh
  )
  insert into award_record (subject_id, award_id, category, decision_number, decided_on, decided_by, achievement, achieved_from, achieved_to, origin)
  select coalesce(l."subjectId", f.id), l."awardId", l.category, l."decisionNumber", l."decidedOn", l."decidedBy", l.achievement, l."achievedFrom", l."achievedTo", 'import'
  from line l left join fresh f on f.key = l.key and l."subjectId" is null`;
