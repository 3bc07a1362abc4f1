import { PlainFrame } from "#components/identity/plain-frame";

export default function AwardedLayout({ children }: { children: React.ReactNode }) {
  return <PlainFrame>{children}</PlainFrame>;
}
