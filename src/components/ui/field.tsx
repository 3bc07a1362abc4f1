"use client";

import { createContext, type ReactNode, use, useEffect, useId, useRef } from "react";
import type { FieldProblem } from "#lib/errors";

/** The problems of the form around a field, as the server answered. */
export const FieldProblems = createContext<FieldProblem[]>([]);

type Props = {
  label: ReactNode;
  name: string;
  hint?: ReactNode;
  /** Several controls under one question: check boxes, radio buttons. */
  group?: boolean;
  children: ReactNode;
};

/** A control with its label, its hint, and under it what the server found wrong with it. */
export function Field({ label, name, hint, group = false, children }: Props) {
  const id = useId();
  const field = useRef<HTMLDivElement>(null);
  const problem = use(FieldProblems).find((candidate) => candidate.field === name)?.message;
  const described = [problem && `${id}p`, hint && `${id}h`].filter(Boolean).join(" ");

  useEffect(() => {
    for (const control of field.current?.querySelectorAll("input:not([type=hidden]), select, textarea") ?? []) {
      setAttribute(control, "aria-invalid", problem ? "true" : "");
      setAttribute(control, "aria-describedby", described);
    }
  }, [problem, described]);

  const Container = group ? "fieldset" : "label";
  const Label = group ? "legend" : "span";
  return (
    <div className="field" ref={field}>
      <Container>
        <Label className="field-label">{label}</Label>
        {children}
      </Container>
      {problem && (
        <p className="field-problem" id={`${id}p`}>
          {problem}
        </p>
      )}
      {hint && (
        <p className="field-hint" id={`${id}h`}>
          {hint}
        </p>
      )}
    </div>
  );
}

function setAttribute(control: Element, attribute: string, value: string) {
  if (value) control.setAttribute(attribute, value);
  else control.removeAttribute(attribute);
}
