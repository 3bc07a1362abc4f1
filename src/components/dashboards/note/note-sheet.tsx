import type { Brief, BriefBlock, BriefCell, BriefColumn, BriefTable } from "#lib/documents/briefs/content";
import styles from "./note.module.css";

/** The note as it will be printed; every count leads to exactly those units. */
export function NoteSheet({ note: { bands, foot } }: { note: Brief }) {
  return (
    <article className={styles.sheet}>
      {bands.map((band) => (
        <div key={band[0]?.title} className={styles.band}>
          {band.map((block) => (
            <Block key={block.title} block={block} />
          ))}
        </div>
      ))}
      <p className={styles.foot}>{foot}</p>
    </article>
  );
}

function Block({ block }: { block: BriefBlock }) {
  return (
    <section className={styles.block}>
      <h2>{block.title}</h2>
      {block.kind === "table" ? (
        <Table table={block} />
      ) : (
        <ul className={styles.lines}>
          {block.lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Table({ table: { title, columns, rows, empty, rest } }: { table: BriefTable }) {
  if (rows.length === 0) return <p className="quiet">{empty}</p>;
  return (
    <>
      <table className={styles.table} aria-label={title}>
        <thead>
          <tr>
            {columns.map(({ head, isText }) => (
              <th key={head} scope="col" className={isText ? styles.words : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells) => (
            <Row key={cells[0]?.href ?? cells[0]?.text} cells={cells} columns={columns} />
          ))}
        </tbody>
      </table>
      {rest && <p className={styles.rest}>{rest}</p>}
    </>
  );
}

function Row({ cells: [name, ...others], columns: [, ...columns] }: { cells: BriefCell[]; columns: BriefColumn[] }) {
  return (
    <tr>
      <th scope="row">{name && <Cell cell={name} />}</th>
      {others.map((cell, index) => (
        <td key={columns[index]?.head} className={columns[index]?.isText ? styles.words : undefined}>
          <Cell cell={cell} />
        </td>
      ))}
    </tr>
  );
}

const Cell = ({ cell: { text, href } }: { cell: BriefCell }) => (href ? <a href={href}>{text}</a> : text);
