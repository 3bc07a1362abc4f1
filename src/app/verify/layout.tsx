import { PlainFrame } from "#components/identity/plain-frame";

export default function VerifyLayout({ children }: { children: React.ReactNode }) {
  return <PlainFrame>{children}</PlainFrame>;
}
