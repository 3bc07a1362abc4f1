import type { Day } from "#lib/dates";
import type { Block, PaperContent } from "../content.ts";
import { LAYOUT } from "../content.ts";
import { capitals, longDay } from "../presentation.ts";

/** One sheet: who honours whom with what and why, by which decision. */
export type Certificate = {
  /** in capitals */
  decider: string;
  award: string;
  name: string;
  about: string | null;
  achievement: string;
  placeAndDay: string;
  signatureLines: string[];
  signer: string;
  decision: string;
  isDraft: boolean;
};

/** The agency whose paper it is, as it is printed. */
export type Issuer = {
  name: string;
  superior: string | null;
  place: string;
  /** “UBND” where the decree's own samples give the abbreviation, otherwise dots to be filled in */
  abbreviation: string;
};

type Words = {
  issuer: Issuer;
  /** “TTr”, “QĐ”, “BB”; with the abbreviation of the agency after it */
  symbol: string;
  number?: string | undefined;
  day: Day | null;
  /** the day both files carry */
  madeOn: Day;
  typeName: string;
  subject: string;
  addressees?: string[];
  opening?: string[];
  body: Block[];
  closing?: string;
  copies: string[];
  signature: { lines: string[]; name: string };
  isDraft: boolean;
};

/** The frame of every paper of awards. Source: Nghị định 30/2020/NĐ-CP, Phụ lục I. */
export const awardPaper = ({
  issuer,
  symbol,
  number,
  day,
  addressees = [],
  opening = [],
  closing = "",
  ...words
}: Words): PaperContent => ({
  layout: LAYOUT,
  isDraft: words.isDraft,
  superior: issuer.superior && capitals(issuer.superior),
  agency: capitals(issuer.name),
  numberLine: number ? `Số: ${number}` : `Số: ……/${symbol}-${issuer.abbreviation}`,
  placeAndDay: `${issuer.place}, ${day ? longDay(day) : "ngày … tháng … năm ……"}`,
  typeName: words.typeName,
  subject: words.subject,
  addressees,
  opening,
  body: words.body,
  closing,
  copies: words.copies,
  signature: words.signature,
  verification: null,
  annexes: [],
  title: `${words.typeName} ${words.subject}`,
  author: issuer.name,
  madeOn: words.madeOn,
});
