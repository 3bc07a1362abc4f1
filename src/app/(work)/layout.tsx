import { Frame } from "#components/frame/frame";
import { WaitingWork } from "#components/reports/entry/waiting-work";
import { campaignClock } from "#lib/campaign/clock";
import { requireActor } from "#lib/identity/session";
import { FailureAtHand } from "./error.tsx";

/** Pages of people who have signed in. */
export default async function WorkLayout({ children }: { children: React.ReactNode }) {
  const [actor, clock] = await Promise.all([requireActor(), campaignClock()]);
  return (
    <Frame actor={actor} clock={clock}>
      <WaitingWork personId={actor.personId} />
      {children}
      <FailureAtHand />
    </Frame>
  );
}
