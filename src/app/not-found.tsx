import type { Metadata } from "next";
import { DemonstrationBanner } from "#components/frame/demonstration-banner";
import { BandName } from "#components/frame/frame";
import { NotFoundWords } from "#components/frame/not-found-words";

export const metadata: Metadata = { title: "Không tìm thấy" };

export default function NotFound() {
  return (
    <>
      <DemonstrationBanner />
      <header className="band">
        <BandName />
      </header>
      <main>
        <NotFoundWords />
      </main>
    </>
  );
}
