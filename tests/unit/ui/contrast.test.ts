import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync("src/app/globals.css", "utf8");
const [lightCss = "", darkCss = ""] = css.split("@media (prefers-color-scheme: dark)");
const light = colours(lightCss);
const dark = { ...light, ...colours(darkCss.slice(0, darkCss.indexOf("@layer base"))) };

const tones = ["good", "wait", "care", "wrong", "still", "extended"];
const text: [string, string][] = [
  ...["paper", "raised", ...tones.map((tone) => `${tone}-soft`)].map((ground): [string, string] => ["ink", ground]),
  ...["quiet", "act"].flatMap((ink): [string, string][] => [
    [ink, "paper"],
    [ink, "raised"],
  ]),
  ...tones.flatMap((tone): [string, string][] => [
    [tone, `${tone}-soft`],
    [tone, "paper"],
  ]),
  ["on-act", "act"],
  ["on-act", "act-strong"],
  ["on-identity", "identity"],
  ["on-identity", "identity-deep"],
];

describe.each([
  ["light", light],
  ["dark", dark],
])("colours of the %s theme", (_, theme) => {
  it.each(text)("%s can be read on %s (WCAG 2.2, 1.4.3)", (ink, ground) => {
    expect(contrast(theme, ink, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(["paper", "raised"])("the edge of a control is seen on %s (WCAG 2.2, 1.4.11)", (ground) => {
    expect(contrast(theme, "edge", ground)).toBeGreaterThanOrEqual(3);
  });
});

function colours(part: string): Record<string, string> {
  return Object.fromEntries(
    [...part.matchAll(/--color-([a-z-]+): (#[0-9a-f]{6});/gi)].map(([, name, colour]) => [name, colour]),
  );
}

function contrast(theme: Record<string, string>, one: string, other: string) {
  const [lighter = 0, darker = 0] = [luminance(theme[one]), luminance(theme[other])].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

/** Relative luminance. Source: WCAG 2.2, definition “relative luminance”. */
function luminance(colour = "") {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
