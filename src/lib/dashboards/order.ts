/** How the rows of a table stand: by one of its columns, the least first or the greatest. */
export type Order<Key extends string> = { key: Key; down: boolean };

/** The order an address asks for (“change”, “-change”); null when it asks for none there is. */
export function readOrder<Key extends string>(keys: readonly Key[], asked: string | undefined): Order<Key> | null {
  const key = keys.find((name) => name === asked?.replace(/^-/, ""));
  return key ? { key, down: asked?.startsWith("-") ?? false } : null;
}

export const printOrder = ({ key, down }: Order<string>) => `${down ? "-" : ""}${key}`;

/** What a press on the head of a column asks for: the other way round, or else names from A and numbers from the greatest. */
export const nextOrder = (key: string, { key: current, down }: Order<string>): Order<string> => ({
  key,
  down: key === current ? !down : key !== "name",
});

const names = new Intl.Collator("vi");

/** Compares by name, or by a number: what has none stands last, equal ones by name. */
export const byOrder =
  <Item extends { name: string }>(
    { key, down }: Order<string>,
    numberOf: (item: Item) => number | null,
  ): ((a: Item, b: Item) => number) =>
  (a, b) => {
    const direction = down ? -1 : 1;
    const byName = names.compare(a.name, b.name);
    if (key === "name") return direction * byName;
    const [left, right] = [numberOf(a), numberOf(b)];
    if (left === null || right === null) return Number(left === null) - Number(right === null) || byName;
    return direction * (left - right) || byName;
  };
