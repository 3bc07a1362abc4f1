import { PlainFrame } from "#components/identity/plain-frame";

export default function PasswordLayout({ children }: { children: React.ReactNode }) {
  return <PlainFrame>{children}</PlainFrame>;
}
