/** Lengths and sizes of letters as .docx counts them: twentieths of a point. */
export const mm = (millimetres: number) => Math.round((millimetres * 1440) / 25.4);
export const points = (size: number) => size * 20;
