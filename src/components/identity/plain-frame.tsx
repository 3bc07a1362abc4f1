import type { ReactNode } from "react";
import { DemonstrationBanner } from "#components/frame/demonstration-banner";
import { BandName } from "#components/frame/frame";

/** Around the pages that stand before the work: signing in, and the first password. */
export function PlainFrame({ children }: { children: ReactNode }) {
  return (
    <>
      <a className="skip" href="#main">
        Đến nội dung chính
      </a>
      <DemonstrationBanner />
      <header className="band">
        <BandName />
      </header>
      <main className="calm" id="main" tabIndex={-1}>
        {children}
      </main>
    </>
  );
}
