import type { ReactNode } from "react";
import { AgencyMenu } from "#components/frame/agency-menu";
import { DemonstrationNotice } from "#components/frame/demonstration-banner";
import { Navigation, PeriodMenu } from "#components/frame/navigation";
import { PersonMenu } from "#components/frame/person-menu";
import type { CampaignClock } from "#lib/campaign/clock";
import { dayOf } from "#lib/dates";
import type { Actor } from "#lib/identity/actor";
import { navigationFor } from "#lib/identity/navigation";

const NAVIGATION = "navigation";

/** What stands around every page of somebody signed in: who acts for which agency, in which year, and where to go. */
export function Frame({ actor, clock, children }: { actor: Actor; clock: CampaignClock; children: ReactNode }) {
  return (
    <>
      <a className="skip" href="#main">
        Đến nội dung chính
      </a>
      {clock.isDemonstration && <DemonstrationNotice now={clock.now} movable />}
      <header className="band">
        <button type="button" className="band-act band-open" popoverTarget={NAVIGATION}>
          <MenuIcon />
          Mục
        </button>
        <BandName />
        <AgencyMenu actor={actor} />
        <PeriodMenu periods={clock.periods} usual={dayOf(clock.now).slice(0, 4)} />
        <AgencySearch />
        <PersonMenu actor={actor} />
      </header>
      <div className="desk">
        <nav className="nav" id={NAVIGATION} popover="auto" aria-label="Các mục">
          <AgencySearch />
          <Navigation entries={navigationFor(actor)} />
        </nav>
        <main className="page" id="main" tabIndex={-1}>
          {children}
        </main>
      </div>
    </>
  );
}

/** The name of the system with its mark. */
export function BandName({ href = "/work" }: { href?: string }) {
  return (
    <a className="band-name" href={href}>
      <svg
        viewBox="0 0 32 32"
        aria-hidden="true"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinejoin="round"
      >
        <path d="M16 3.5 27 7.500v8c0 6.5-4.6 11-11 13-6.4-2-11-6.5-11-13v-8z" />
        <path
          d="m16 9.5 1.7 4.2 4.5.2-3.5 2.8 1.3 4.3-4-2.5-4 2.5 1.3-4.3-3.5-2.8 4.5-.2z"
          fill="currentColor"
          stroke="none"
        />
      </svg>
      <span className="long">Phong trào thi đua Toàn dân bảo vệ an ninh Tổ quốc</span>
      <span className="short">Toàn dân bảo vệ ANTQ</span>
    </a>
  );
}

function AgencySearch() {
  return (
    <search className="band-search">
      <form action="/agencies">
        <input type="search" name="q" placeholder="Tìm cơ quan" aria-label="Tìm cơ quan, kể cả tên cũ" />
      </form>
    </search>
  );
}

const MenuIcon = () => (
  <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" stroke="currentColor" strokeWidth="1.6">
    <path d="M2 4h12M2 8h12M2 12h12" />
  </svg>
);
