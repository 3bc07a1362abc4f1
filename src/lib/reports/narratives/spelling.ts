import { fold } from "#lib/text";
import type { Hint } from "./hint.ts";
import { agencyRule, campaignNames, type NameRule } from "./names.ts";

type Word = { text: string; folded: string; from: number; to: number };
type NameWord = { text: string; folded: string; free: "lower" | "upper" | null };
type Name = { words: NameWord[]; gaps: string[]; rule: NameRule };
type Wrong = "capitals" | "tone" | "diacritics" | "letters" | "gaps";

const messages: Record<Wrong, string> = {
  capitals: "viết hoa chưa đúng",
  tone: "đặt dấu thanh khác cách viết của văn bản",
  diacritics: "thiếu dấu",
  letters: "sai chữ hoặc dấu",
  gaps: "khoảng cách hoặc dấu nối chưa đúng",
};

/** Names at least this long may have any letters wrong: no other words fold to the same. Shorter ones could be other words. */
const LONG = 5;

const campaign = campaignNames.map(readName);

/** Names of the campaign, and of the given agencies, that are not written as the plans write them. */
export function misspelledNames(text: string, agencies: string[] = []): Hint[] {
  const words = wordsOf(text);
  const names = [...campaign, ...agencies.map((name) => readName(agencyRule(name)))].sort(
    (a, b) => b.words.length - a.words.length,
  );
  const hints: Hint[] = [];
  for (let at = 0; at < words.length; ) {
    const name = names.find((each) => isWritten(each, text, words, at));
    if (name) hints.push(...compare(name, text, words.slice(at, at + name.words.length)));
    at += name?.words.length ?? 1;
  }
  return hints;
}

const wordsOf = (text: string): Word[] =>
  Array.from(text.matchAll(/[\p{L}\p{M}\p{N}]+/gu), (match) => ({
    text: match[0].normalize("NFC"),
    folded: fold(match[0]),
    from: match.index,
    to: match.index + match[0].length,
  }));

function readName(rule: NameRule): Name {
  const word = /[~^]?[\p{L}\p{N}]+/gu;
  const words = (rule.name.match(word) ?? []).map((notation) => {
    const free = notation.startsWith("~") ? ("lower" as const) : notation.startsWith("^") ? ("upper" as const) : null;
    const text = free ? notation.slice(1) : notation;
    return { text, folded: fold(text), free };
  });
  return { words, gaps: rule.name.split(word).slice(1, -1), rule };
}

/** Whether the words from `at` on can only mean this name, however they are spelled. */
function isWritten({ words: name, gaps, rule }: Name, text: string, words: Word[], at: number): boolean {
  const found = words.slice(at, at + name.length);
  if (found.length < name.length || !name.every(({ folded }, index) => folded === found[index]?.folded)) return false;
  if (rule.notAfter?.includes(words[at - 1]?.text.toLowerCase() ?? "")) return false;
  if (rule.notBefore?.includes(words[at + name.length]?.text.toLowerCase() ?? "")) return false;
  const separated = gaps.every((gap, index) => {
    const written = text.slice(found[index]?.to, found[index + 1]?.from);
    return gap === " " ? /^[^\S\n]+$/.test(written) : /^[^\S\n]*[-–—][^\S\n]*$/.test(written);
  });
  return separated && (name.length >= LONG || wrongLetters(name, found) !== "letters");
}

/** How the letters differ from the name's, capitals aside; null = not at all. */
function wrongLetters(name: NameWord[], found: Word[]): "tone" | "diacritics" | "letters" | null {
  const pairs = name.map((word, index) => [word.text.toLowerCase(), found[index]?.text.toLowerCase() ?? ""] as const);
  if (pairs.every(([right, written]) => right === written)) return null;
  if (pairs.every(([right, written]) => toneAside(right) === toneAside(written))) return "tone";
  return pairs.every(([, written]) => /^[a-z0-9]*$/.test(written)) ? "diacritics" : "letters";
}

/** A word with its tone mark at the end: “hoà” and “hòa” are the same. */
function toneAside(word: string) {
  const decomposed = word.normalize("NFD");
  const tone = /[\u0300\u0301\u0303\u0309\u0323]/g;
  return decomposed.replace(tone, "") + (decomposed.match(tone)?.join("") ?? "");
}

function compare(name: Name, text: string, found: Word[]): Hint[] {
  const from = found[0]?.from ?? 0;
  const to = found[found.length - 1]?.to ?? 0;
  const written = text.slice(from, to);
  const isLoud = found.every((word) => word.text === word.text.toUpperCase());
  const spelled = spell(name, isLoud ? name.words.map((word) => word.text.toUpperCase()) : casesOf(name, text, found));
  if (written.normalize("NFC") === spelled) return [];
  const sameCase = found.every((word, index) => word.text === spelled.split(/[\s-]+/)[index]);
  const wrong = wrongLetters(name.words, found) ?? (sameCase ? "gaps" : "capitals");
  return [{ kind: "name", from, to, written, right: spelled, message: `${messages[wrong]}; đúng là “${spelled}”.` }];
}

const spell = ({ gaps }: Name, words: string[]) => words.map((word, index) => word + (gaps[index] ?? "")).join("");

/** The right capitals word by word: a free word keeps the writer's choice as long as the others are right. */
function casesOf({ words }: Name, text: string, found: Word[]): string[] {
  const keeps = words.every(
    ({ text: right, free }, index) => free || isCapital(right) === isCapital(found[index]?.text),
  );
  const first = words[0]?.free === "upper" && isNamed(text, found);
  const begins = !keeps && beginsSentence(text.slice(0, found[0]?.from));
  return words.map(({ text: right, free }, index) => {
    if (!free) return right;
    const rises = keeps ? isCapital(found[index]?.text) : free === "upper";
    return rises || (index === 0 && (first || begins)) ? capital(right) : right;
  });
}

/** In quotation marks of its own, or after “thi đua”, it is the campaign's name and no common noun. */
const isNamed = (text: string, found: Word[]) => {
  const [before, after] = [text.slice(0, found[0]?.from), text.slice(found[found.length - 1]?.to)];
  return (/[“"]$/.test(before) && /^[”"]/.test(after)) || /thi đua[^\S\n]+$/i.test(before);
};

const beginsSentence = (before: string) => /(?:^|\n)(?:[-+]|\d+\.)?[^\S\n]*$|[.!?:][^\S\n]+$/.test(before);
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
const isCapital = (word = "") => word.charAt(0) !== word.charAt(0).toLowerCase();
