import qrcode from "qrcode";
import { png } from "./png.ts";

const QUIET_ZONE = 4; // modules of white around the code, as the standard asks
const PIXELS_PER_MODULE = 6;

/** The dark modules of an address as a QR code, quiet zone included. */
function modulesOf(address: string) {
  const { modules } = qrcode.create(address, { errorCorrectionLevel: "M" });
  const size = modules.size + 2 * QUIET_ZONE;
  const isDark = (x: number, y: number) => {
    const [column, row] = [x - QUIET_ZONE, y - QUIET_ZONE];
    const inside = column >= 0 && row >= 0 && column < modules.size && row < modules.size;
    return inside && modules.get(row, column) === 1;
  };
  return { size, isDark };
}

/** For the PDF: every dark module a unit square. */
export function qrSvg(address: string): string {
  const { size, isDark } = modulesOf(address);
  const places = Array.from({ length: size * size }, (_, index) => [index % size, Math.floor(index / size)] as const);
  const path = places.flatMap(([x, y]) => (isDark(x, y) ? [`M${x} ${y}h1v1h-1z`] : [])).join("");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path d="${path}"/></svg>`;
}

/** For the .docx. */
export function qrPng(address: string): Buffer {
  const { size, isDark } = modulesOf(address);
  return png(size * PIXELS_PER_MODULE, (x, y) =>
    isDark(Math.floor(x / PIXELS_PER_MODULE), Math.floor(y / PIXELS_PER_MODULE)),
  );
}
