"use client";

import { type Failure, FailureWords } from "#components/frame/failure-words";

/** Inside the frame, so that the other places stay one click away. */
export default function FailedAtWork(failure: Failure) {
  return <FailureWords {...failure} />;
}
