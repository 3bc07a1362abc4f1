import { ARCHIPELAGOS, extents, SIZE } from "#lib/dashboards/map/extents";
import styles from "./unit-map.module.css";

/** One shape of the map: `step` is its colour from 0 to 4, null = no figures; `label` is what a screen reader says. */
export type MapUnit = { code: string; label: string; href: string | null; step: number | null; isMarked?: boolean };

const CREDIT = "Nguồn bản đồ: NXB Tài nguyên – Môi trường và Bản đồ Việt Nam";

/**
 * A map whose outlines come from a sprite file and whose colours come from `units`; every unit is a link that the keyboard reaches.
 * `isNation` names both archipelagos; a province that has one gets a frame for it.
 */
export function UnitMap({
  title,
  description,
  sprite,
  units,
  isNation,
  framed,
}: {
  title: string;
  description: string;
  sprite: string;
  units: MapUnit[];
  isNation: boolean;
  /** the archipelago that stands in a frame of its own */
  framed?: string | null;
}) {
  return (
    <figure className={styles.map} aria-label={title}>
      <svg viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}>
        <title>{title}</title>
        <desc>{description}</desc>
        <defs>
          <pattern id="no-data" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="6" height="6" className={styles.hatchGround} />
            <line x1="0" y1="0" x2="0" y2="6" className={styles.hatchLine} />
          </pattern>
        </defs>
        {framed && <Frame label={framed} />}
        {units.map((unit) => (
          <Unit key={unit.code} sprite={sprite} unit={unit} />
        ))}
        <Marks sprite={sprite} units={units} />
        {isNation &&
          ARCHIPELAGOS.map(({ code, label, x, y }) => (
            <text key={code} x={x} y={y} className={styles.name}>
              {label}
            </text>
          ))}
      </svg>
      <figcaption>{CREDIT}. Chỉ để hiển thị, không dùng làm căn cứ địa giới.</figcaption>
    </figure>
  );
}

function Unit({ sprite, unit: { code, label, href, step } }: { sprite: string; unit: MapUnit }) {
  const kind = step === null ? styles.none : styles[`step${step}`];
  const islands = ARCHIPELAGOS.some((one) => one.code === code) ? styles.islands : "";
  const shape = (
    <use href={`${sprite}#u${code}`} className={`${styles.unit} ${kind} ${islands}`}>
      <title>{label}</title>
    </use>
  );
  return href ? (
    <a href={href} aria-label={label}>
      {shape}
    </a>
  ) : (
    shape
  );
}

/** What is past due, outlined once more above all neighbours, which would paint over a border of its own. */
const Marks = ({ sprite, units }: { sprite: string; units: MapUnit[] }) => (
  <g className={styles.marks}>
    {units.map(({ code, isMarked }) => isMarked && <use key={code} href={`${sprite}#u${code}`} />)}
  </g>
);

function Frame({ label }: { label: string }) {
  const { left, top, right, bottom } = extents.frame;
  return (
    <>
      <rect
        x={left - 12}
        y={top - 24}
        width={right - left + 24}
        height={bottom - top + 32}
        className={styles.frame}
        rx="2"
      />
      <text x={left - 4} y={top - 8} className={styles.name}>
        {label}
      </text>
    </>
  );
}

/** The colours of the map in words: what each class holds and how many places are in it. */
export function MapLegend({
  classes,
  none,
  marked = 0,
  rule,
}: {
  classes: { step: number; text: string; count: number }[];
  none: number;
  /** how many are outlined as past due */
  marked?: number;
  rule: string;
}) {
  return (
    <div className={styles.legend}>
      <ul>
        {classes.map(({ step, text, count }) => (
          <li key={text}>
            <span className={`${styles.swatch} ${styles[`step${step}`]}`} aria-hidden="true" /> {text}
            <span className="quiet"> · {count}</span>
          </li>
        ))}
        {none > 0 && (
          <li>
            <svg className={styles.swatch} aria-hidden="true">
              <rect width="100%" height="100%" fill="url(#no-data)" />
            </svg>{" "}
            Chưa có số liệu<span className="quiet"> · {none}</span>
          </li>
        )}
        {marked > 0 && (
          <li>
            <span className={`${styles.swatch} ${styles.pastDue}`} aria-hidden="true" /> Quá hạn chưa gửi (viền đứt)
            <span className="quiet"> · {marked}</span>
          </li>
        )}
      </ul>
      <p className="small quiet">{rule}</p>
    </div>
  );
}
