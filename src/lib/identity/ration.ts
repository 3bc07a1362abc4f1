import { UserFacingError } from "#lib/errors";

/**
 * Lets `seats` pieces of work run at once and `queue` more wait in order; whoever comes after is asked to come back.
 * Answers a function that runs work under this ration. @throws UserFacingError 429
 */
export function ration({ seats, queue }: { seats: number; queue: number }) {
  const waiting: (() => void)[] = [];
  let seated = 0;

  function seat(): Promise<void> {
    if (waiting.length >= queue) throw new UserFacingError(429, "Máy chủ đang bận, hãy thử lại sau ít giây.");
    return new Promise((resolve) => waiting.push(resolve));
  }

  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (seated < seats) seated += 1;
    else await seat();
    try {
      return await work();
    } finally {
      const next = waiting.shift(); // takes over the seat
      if (next) next();
      else seated -= 1;
    }
  };
}
