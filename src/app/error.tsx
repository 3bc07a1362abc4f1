"use client";

import { type Failure, FailureWords } from "#components/frame/failure-words";

/** Outside the frame: the frame itself could not be made. */
export default function Failed(failure: Failure) {
  return (
    <main>
      <FailureWords {...failure} />
    </main>
  );
}
