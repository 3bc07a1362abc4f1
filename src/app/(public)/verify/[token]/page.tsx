import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CompareFile } from "#components/documents/compare-file";
import { VerifiedFacts } from "#components/documents/verified-facts";
import { Notice } from "#components/ui/notice";
import { findVerified } from "#lib/documents/verification/queries";
import { matchOf, standingOf } from "#lib/documents/verification/rules";

export const metadata: Metadata = {
  title: "Đối chiếu văn bản",
  robots: { index: false, follow: false },
  referrer: "no-referrer",
};

/** For whoever holds the paper, signed in or not: whether it is what was sent. */
export default async function VerifyPage({ params, searchParams }: PageProps<"/verify/[token]">) {
  const paper = await findVerified((await params).token);
  if (!paper) notFound();
  const { sha256 } = await searchParams;
  const { tone, title, sentence } = standingOf(paper);
  return (
    <>
      <h1>Đối chiếu văn bản</h1>
      <Notice tone={tone} title={title}>
        {sentence}
      </Notice>
      <VerifiedFacts paper={paper} />
      <CompareFile
        hashes={{ docxHash: paper.docxHash, pdfHash: paper.pdfHash }}
        asked={typeof sha256 === "string" && sha256 ? matchOf(sha256, paper) : null}
      />
    </>
  );
}
