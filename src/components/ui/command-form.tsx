"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useEffect, useRef, useState, useTransition } from "react";
import { ErrorSummary } from "#components/ui/error-summary";
import { FieldProblems } from "#components/ui/field";
import { say } from "#components/ui/flash";
import type { FieldProblem } from "#lib/errors";

type Props = {
  /** The route that runs the command. A submit button's own `formAction` goes before it. */
  action: string;
  /** Where to go when it has worked; otherwise where the answer says, otherwise this page anew. */
  done?: string;
  /** Asked once before sending. A submit button's own `data-confirm` goes before it. */
  confirm?: string;
  className?: string;
  /** Empties the form when it has worked, for forms that add to a list on the same page. */
  reset?: boolean;
  /** For forms with a file, which a browser without JavaScript sends only so. */
  encType?: "multipart/form-data";
  /** What happens when it has worked, in place of showing a page anew. */
  onDone?: () => void;
  children: ReactNode;
};

type Problem = { status: number; message: string; fields: FieldProblem[] };
type Submitter = HTMLButtonElement | HTMLInputElement | null;

/** A form that runs a command. Without JavaScript the browser sends it; with JavaScript nothing typed is ever lost. */
export function CommandForm({ action, done, confirm, className, reset = false, encType, onDone, children }: Props) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const question = useRef<HTMLDialogElement>(null);
  const summary = useRef<HTMLDivElement>(null);
  const submitter = useRef<Submitter>(null);
  const [asked, setAsked] = useState(confirm);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sending, setSending] = useState(false);
  const [moving, startMoving] = useTransition();
  const pending = sending || moving;

  useEffect(() => {
    if (problem) summary.current?.focus();
  }, [problem]);
  useEffect(() => disableButtons(form.current, pending), [pending]);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    submitter.current = (event.nativeEvent as SubmitEvent).submitter as Submitter;
    const words = submitter.current?.dataset.confirm ?? confirm;
    setAsked(words);
    if (words) question.current?.showModal();
    else send();
  }

  async function send() {
    question.current?.close();
    if (!form.current) return;
    setSending(true);
    const to = submitter.current?.getAttribute("formaction") ?? action;
    const answer = await post(to, new FormData(form.current, submitter.current));
    setSending(false);
    if ("status" in answer) return setProblem(answer);

    setProblem(null);
    say(answer.message);
    if (reset) form.current?.reset();
    if (onDone) return onDone();
    const href = done ?? answer.href;
    startMoving(() => (href ? router.push(href) : router.refresh()));
  }

  return (
    <form
      ref={form}
      method="post"
      action={action}
      encType={encType}
      className={className}
      onSubmit={submit}
      aria-busy={pending || undefined}
    >
      {problem && (
        <ErrorSummary
          ref={summary}
          message={problem.message}
          problems={problem.fields}
          onPick={(field) => controlOf(form.current, field)?.focus()}
        >
          <Remedy status={problem.status} />
        </ErrorSummary>
      )}
      <FieldProblems value={problem?.fields ?? []}>{children}</FieldProblems>
      <dialog ref={question} className="confirm">
        <p>{asked}</p>
        <div className="actions">
          <button type="button" className="btn" onClick={() => question.current?.close()}>
            Thôi
          </button>
          <button type="button" className="btn btn-primary" onClick={send}>
            Đồng ý
          </button>
        </div>
      </dialog>
    </form>
  );
}

/** What to do next, where the sentence of the server cannot lead there itself. */
function Remedy({ status }: { status: number }) {
  if (status === 401) {
    return (
      <p>
        <a href="/sign-in" target="_blank" rel="noreferrer">
          Đăng nhập lại trong thẻ mới
        </a>
        , rồi quay về đây bấm gửi lại: nội dung vẫn còn trên màn hình.
      </p>
    );
  }
  if (status === 409) {
    return (
      <p>
        <a href="?" onClick={openThisPageAnew}>
          Xem bản mới trong thẻ khác
        </a>
      </p>
    );
  }
  return null;
}

function openThisPageAnew(event: { preventDefault(): void }) {
  event.preventDefault();
  window.open(window.location.href, "_blank", "noopener");
}

const LOST_LINE =
  "Mất kết nối tới máy chủ nên chưa gửi được. Nội dung vẫn còn trên màn hình, hãy bấm gửi lại khi có mạng.";
const SERVER_FAILED =
  "Máy chủ gặp lỗi nên chưa thực hiện được. Nội dung vẫn còn trên màn hình, hãy bấm gửi lại; nếu vẫn lỗi, hãy báo người quản trị.";

async function post(to: string, body: FormData): Promise<{ message: string; href?: string } | Problem> {
  let response: Response;
  try {
    response = await fetch(to, { method: "POST", body, headers: { accept: "application/json" } });
  } catch {
    return { status: 0, message: LOST_LINE, fields: [] };
  }
  const answer = await response.json().catch(() => null); // a gateway may answer with a page
  if (response.ok && answer) return answer;
  return { status: response.status, message: answer?.message ?? SERVER_FAILED, fields: answer?.fields ?? [] };
}

function controlOf(form: HTMLFormElement | null, field: string) {
  const found = form?.elements.namedItem(field) ?? form?.elements.namedItem(`${field}[]`);
  return (found instanceof RadioNodeList ? found[0] : found) as HTMLElement | null | undefined;
}

/** aria-disabled keeps the focus where it is; `submit` ignores what is pressed meanwhile. */
function disableButtons(form: HTMLFormElement | null, disabled: boolean) {
  for (const control of form?.elements ?? []) {
    if (!(control instanceof HTMLButtonElement) || control.type !== "submit") continue;
    if (disabled) control.setAttribute("aria-disabled", "true");
    else control.removeAttribute("aria-disabled");
  }
}
