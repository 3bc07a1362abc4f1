const browsers: [RegExp, string][] = [
  [/Edg\//, "Edge"],
  [/coc_coc/i, "Cốc Cốc"],
  [/Firefox\//, "Firefox"],
  [/Chrome\//, "Chrome"],
  [/Safari\//, "Safari"],
];
const systems: [RegExp, string][] = [
  [/iPhone|iPad/, "iOS"],
  [/Android/, "Android"],
  [/Windows/, "Windows"],
  [/Mac OS X/, "macOS"],
  [/Linux/, "Linux"],
];

/** “Chrome trên Windows”, from what a browser says of itself. */
export function printDevice(userAgent: string | null) {
  const called = (list: [RegExp, string][]) => list.find(([pattern]) => pattern.test(userAgent ?? ""))?.[1];
  const [browser, system] = [called(browsers) ?? "Trình duyệt không rõ", called(systems)];
  return system ? `${browser} trên ${system}` : browser;
}
