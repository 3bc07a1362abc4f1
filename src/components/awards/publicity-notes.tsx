import { Tag } from "#components/ui/tag";
import type { DossierPublicity } from "#lib/awards/publicities/queries";
import { printDay } from "#lib/dates";

/** The lists a dossier was made public in, and what was said to it. */
export function PublicityNotes({ lists, linked }: { lists: DossierPublicity[]; linked: boolean }) {
  return (
    <ul className="link-list">
      {lists.map(({ id, title, startsOn, endsOn, place, feedback, isComplaint }) => (
        <li key={id}>
          {linked ? (
            <a className="underline" href={`/awards/publicities/${id}`}>
              {title}
            </a>
          ) : (
            <b>{title}</b>
          )}
          , tại {place}, từ {printDay(startsOn)} đến hết {printDay(endsOn)}{" "}
          {isComplaint && (
            <Tag tone="wrong" shape="!">
              Có khiếu nại, tố cáo
            </Tag>
          )}
          {feedback && <blockquote className="pre">{feedback}</blockquote>}
        </li>
      ))}
    </ul>
  );
}
