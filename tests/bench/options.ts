import { parseArgs } from "node:util";

export type Options = { only: string[]; seconds: number; json: boolean; data: string | undefined };

/** Reads the words after `npm run bench --`; a wrong one ends the program with a sentence. */
export function readOptions(words: string[], names: string[]): Options {
  try {
    const { values } = parseArgs({
      args: words,
      options: {
        only: { type: "string" },
        seconds: { type: "string", default: "4" },
        json: { type: "boolean", default: false },
        data: { type: "string" },
      },
    });
    const seconds = Number(values.seconds);
    if (!(seconds >= 1 && seconds <= 120)) throw new Error("--seconds takes a number from 1 to 120.");
    return {
      only: chosen(values.only, names),
      seconds,
      json: values.json,
      data: values.data,
    };
  } catch (error) {
    console.error((error as Error).message);
    process.exit(2);
  }
}

/** Full names or the beginnings of names: “save” is both saves. */
function chosen(only: string | undefined, names: string[]): string[] {
  if (!only) return names;
  return only.split(",").flatMap((word) => {
    const found = names.filter((name) => name.toLowerCase().startsWith(word.trim().toLowerCase()));
    if (found.length === 0) throw new Error(`There is no scenario “${word}”. There are: ${names.join(", ")}.`);
    return found;
  });
}
