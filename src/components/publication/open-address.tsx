import { Fragment } from "react";
import type { z } from "zod";
import styles from "./public.module.css";

type Props = { path: string; summary: string; query: z.ZodObject; answer: z.ZodArray<z.ZodObject>; example: string };

/** One open address as its schemas describe it: what it takes, what it gives, and an example to click. */
export function OpenAddress({ path, summary, query, answer, example }: Props) {
  const id = path.replaceAll("/", "-").slice(1);
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{summary}</h2>
      <a className={styles.code} href={example}>
        GET {example}
      </a>
      <Fields head="Tham số" fields={query} />
      <Fields head="Trường" fields={answer.element} />
    </section>
  );
}

function Fields({ head, fields }: { head: string; fields: z.ZodObject }) {
  return (
    <>
      <h3>{head}</h3>
      <dl className="facts">
        {Object.entries(fields.shape).map(([name, field]) => (
          <Fragment key={name}>
            <dt>
              <code>{name}</code>
            </dt>
            <dd>{descriptionOf(field as z.ZodType)}</dd>
          </Fragment>
        ))}
      </dl>
    </>
  );
}

/** What is said of a field, also where it may be left out. */
const descriptionOf = (field: z.ZodType): string =>
  field.meta()?.description ?? ("unwrap" in field ? descriptionOf((field as z.ZodOptional<z.ZodType>).unwrap()) : "");
