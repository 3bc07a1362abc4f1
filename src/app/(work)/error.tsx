"use client";

import { type Failure, FailureWords } from "#components/frame/failure-words";

/** Inside the frame, so that the other places stay one click away. */
export default function FailedAtWork(failure: Failure) {
  return <FailureWords {...failure} />;
}

/** Draws nothing: a page that holds it brings the code above along, instead of asking for it on a thin line before it can start. */
export const FailureAtHand = () => null;
