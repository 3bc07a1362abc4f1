import { ARCHIPELAGOS, SIZE } from "#lib/dashboards/map/extents";
import { printInstant } from "#lib/dates";
import type { Coloured } from "#lib/publication/public/picture";

/** The steps of the map's scale in its light form (unit-map.module.css); a picture has no style sheet. */
const STEPS = ["#e3edf8", "#b5cfeb", "#7ba8d9", "#3f79b8", "#0b4a8f"];
const NONE = "#ececE8";
const EDGE = "#84837a";

type Props = {
  title: string;
  picture: { places: Coloured[]; legend: { step: number; text: string; count: number }[]; total: string };
  outlines: { code: string; d: string }[];
  publishedAt: Date;
  publishedBy: string;
};

const column = { display: "flex", flexDirection: "column" } as const;
const HEIGHT = 600;

/** 1200 × 630: what is shown on the left, the country with both archipelagos on the right. Styles stand in it because the renderer reads nothing else. */
export function MapPicture({ title, picture: { places, legend, total }, outlines, publishedAt, publishedBy }: Props) {
  const colourOf = (code: string) => {
    const island = ARCHIPELAGOS.find((one) => one.code === code);
    const step = places.find(({ unitCode }) => unitCode === (island?.provinceCode ?? code))?.step;
    return step === null || step === undefined ? NONE : STEPS[step];
  };
  const width = (HEIGHT * SIZE.width) / SIZE.height;
  return (
    <div
      style={{
        display: "flex",
        width: "100%",
        height: "100%",
        background: "#ffffff",
        color: "#1b1b18",
        fontFamily: "latin, vietnamese",
      }}
    >
      <div
        style={{ ...column, width: 1200 - width - 24, padding: "40px 24px 24px 48px", justifyContent: "space-between" }}
      >
        <div style={column}>
          <div style={{ fontSize: 22, color: "#8f1216", fontWeight: 600 }}>Toàn dân bảo vệ an ninh Tổ quốc</div>
          <div style={{ fontSize: 42, fontWeight: 600, lineHeight: 1.2, marginTop: 16 }}>{title}</div>
          <div style={{ fontSize: 28, marginTop: 16 }}>{`Toàn quốc: ${total}`}</div>
        </div>
        <div style={{ ...column, fontSize: 20 }}>
          {legend.map(({ step, text, count }) => (
            <div key={text} style={{ display: "flex", alignItems: "center", marginTop: 6 }}>
              <div
                style={{ width: 32, height: 20, background: STEPS[step], border: `1px solid ${EDGE}`, marginRight: 12 }}
              />
              <div>{`${text} · ${count}`}</div>
            </div>
          ))}
        </div>
        <div style={{ ...column, fontSize: 16, color: "#5c5b54" }}>
          <div>{`${publishedBy} công bố lúc ${printInstant(publishedAt)}`}</div>
          <div>Nguồn bản đồ: NXB Tài nguyên – Môi trường và Bản đồ Việt Nam.</div>
          <div>Chỉ để hiển thị, không dùng làm căn cứ địa giới.</div>
        </div>
      </div>
      <div style={{ display: "flex", position: "relative", width, height: HEIGHT, marginTop: 15 }}>
        {/* biome-ignore lint/a11y/noSvgWithoutTitle: becomes a picture, whose words stand beside it */}
        <svg width={width} height={HEIGHT} viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}>
          {outlines.map(({ code, d }) => (
            <path key={code} d={d} fill={colourOf(code)} stroke={EDGE} strokeWidth="0.8" />
          ))}
        </svg>
        {ARCHIPELAGOS.map(({ code, label, x, y }) => (
          <div
            key={code}
            style={{
              display: "flex",
              position: "absolute",
              left: (x * width) / SIZE.width,
              top: (y * width) / SIZE.width - 18,
              fontSize: 15,
              color: "#5c5b54",
            }}
          >
            {label}
          </div>
        ))}
      </div>
    </div>
  );
}
