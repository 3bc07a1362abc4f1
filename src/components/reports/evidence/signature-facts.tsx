import { Tag } from "#components/ui/tag";
import { NO_SIGNATURE, type PdfSignature, tellSignature } from "#lib/reports/evidence/signatures/labels";
import styles from "./evidence.module.css";

/** What the digital signatures of a PDF are worth, in words and never more than was checked. */
export function SignatureFacts({ signatures }: { signatures: PdfSignature[] }) {
  if (signatures.length === 0) return <p className="small quiet">{NO_SIGNATURE}</p>;
  const coveredFrom = Math.min(
    ...signatures.filter(({ integrity }) => integrity === "good").map(({ bytesAfter }) => bytesAfter),
  );
  return (
    <ul className={styles.signatures} aria-label="Chữ ký số">
      {signatures.map((signature, index) => {
        const { word, shape, tone, sentences } = tellSignature(signature, signature.bytesAfter <= coveredFrom);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: signatures have no name but their order in the file
          <li key={index} className="small">
            <Tag tone={tone} shape={shape}>
              {word}
            </Tag>{" "}
            {sentences.join(" ")}
          </li>
        );
      })}
    </ul>
  );
}
