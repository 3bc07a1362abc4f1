import { PlainFrame } from "#components/identity/plain-frame";

export default function SignInLayout({ children }: { children: React.ReactNode }) {
  return <PlainFrame>{children}</PlainFrame>;
}
