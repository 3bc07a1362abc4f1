/** What a template says and in which order: the data of a row of document_template, prisma/reference/document-templates.json. */
export type DocumentWords = {
  /** tên loại: “BÁO CÁO” */
  typeName: string;
  /** trích yếu; {year}, {agency} and {unit} are filled in, as in all of these */
  subject: string;
  opening: string[];
  closing: string;
  /** whom a report without recipients is addressed to */
  addressee: string;
  /** the parts in their order: ids of narratives (“N1”), of sections of figures (“A”), “assessment”, “missing” */
  outline: { heading: string; parts: string[] }[];
  /** one table by unit each: ids of indicators are its columns */
  annexes: { title: string; indicators: string[] }[];
  /** nơi nhận as it stands before the clerk changes it */
  copies: string[];
};

export const MISSING = "missing";

/** A sentence of a template with its blanks filled; a blank nobody knows stays as it is. */
export const fillWords = (sentence: string, values: Record<string, string>) =>
  sentence.replace(/\{(\w+)\}/g, (blank, name: string) => values[name] ?? blank);
