import PizZip from "pizzip";

/** Every word of a .docx: its text, its headers and footers. */
export function wordsIn({ content }: { content: Buffer }): string {
  const zip = new PizZip(content);
  return Object.keys(zip.files)
    .filter((name) => /^word\/(document|header\d*|footer\d*)\.xml$/.test(name))
    .map((name) => (zip.file(name)?.asText() ?? "").replace(/<\/w:p>/g, "\n").replace(/<[^>]+>/g, ""))
    .join("\n");
}
