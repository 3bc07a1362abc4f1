/** Text as people type it: trimmed, in Unicode NFC. */
export const clean = (text: string) => text.normalize("NFC").trim();

/** For search: lower case, no diacritics, đ → d, single spaces. “Kiên Giang” → “kien giang”. */
export const fold = (text: string) =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** The first letter large, as a sentence begins. */
export const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

const integers = new Intl.NumberFormat("vi-VN", { maximumFractionDigits: 2 });

/** 1.234,5. Takes decimals as text or number; null is an en dash. */
export const printNumber = (value: number | string | null | undefined) =>
  value === null || value === undefined || value === "" ? "–" : integers.format(Number(value));

/** Share of two counts as a percentage with one decimal, “–” when there is nothing to divide by. */
export const printShare = (part: number, whole: number) =>
  whole > 0 ? `${printNumber(Math.round((part / whole) * 1000) / 10)} %` : "–";
