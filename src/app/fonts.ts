import localFont from "next/font/local";

/* One family in four calls. None is preloaded: they come when the styles ask for them (FACES in layout.tsx).
   The letters only Vietnamese has are files of their own. The arguments must be literals. */
const latin = localFont({
  src: "../../node_modules/@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-400-normal.woff2",
  weight: "400",
  declarations: [
    { prop: "font-family", value: "Be Vietnam Pro" },
    {
      prop: "unicode-range",
      value:
        "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD",
    },
  ],
  display: "swap",
  preload: false,
  variable: "--font-latin", // ends in a system face of the same measures, for the moment before the font is there
});

const vietnamese = localFont({
  src: "../../node_modules/@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-400-normal.woff2",
  weight: "400",
  declarations: [
    { prop: "font-family", value: "Be Vietnam Pro" },
    {
      prop: "unicode-range",
      value:
        "U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB",
    },
  ],
  display: "swap",
  preload: false,
  adjustFontFallback: false,
});

const latinStrong = localFont({
  src: [
    {
      path: "../../node_modules/@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-500-normal.woff2",
      weight: "500",
    },
    {
      path: "../../node_modules/@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-600-normal.woff2",
      weight: "600",
    },
  ],
  declarations: [
    { prop: "font-family", value: "Be Vietnam Pro" },
    {
      prop: "unicode-range",
      value:
        "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD",
    },
  ],
  display: "swap",
  preload: false,
  adjustFontFallback: false,
});

const vietnameseStrong = localFont({
  src: [
    {
      path: "../../node_modules/@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-500-normal.woff2",
      weight: "500",
    },
    {
      path: "../../node_modules/@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-600-normal.woff2",
      weight: "600",
    },
  ],
  declarations: [
    { prop: "font-family", value: "Be Vietnam Pro" },
    {
      prop: "unicode-range",
      value:
        "U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB",
    },
  ],
  display: "swap",
  preload: false,
  adjustFontFallback: false,
});

/* Figures, their separators and signs only: Be Vietnam Pro has no tabular figures. */
const figures = localFont({
  src: [
    {
      path: "../../node_modules/@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-400-normal.woff2",
      weight: "400 500",
    },
    { path: "../../node_modules/@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-600-normal.woff2", weight: "600" },
  ],
  declarations: [
    { prop: "font-family", value: "Plex Figures" },
    { prop: "unicode-range", value: "U+0025,U+002B-003A,U+2212" },
  ],
  display: "swap",
  preload: false,
  adjustFontFallback: false,
});

/** All of them, so that their faces are part of every page. The styles ask for them by family. */
export const fonts = { latin, vietnamese, latinStrong, vietnameseStrong, figures };
