import { NotFoundWords } from "#components/frame/not-found-words";

export default function NotFoundAtWork() {
  return <NotFoundWords />;
}
