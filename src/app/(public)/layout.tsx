import type { Metadata } from "next";
import { PublicFrame } from "#components/publication/public-frame";

/** Pages for everybody may be found. */
export const metadata: Metadata = { robots: { index: true, follow: true } };

export default function PublicLayout({ children }: { children: React.ReactNode }) {
  return <PublicFrame>{children}</PublicFrame>;
}
