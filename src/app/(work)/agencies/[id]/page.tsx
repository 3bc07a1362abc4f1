import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { AgencyChildren } from "#components/agencies/agency-children";
import { AgencyDuties } from "#components/agencies/agency-duties";
import { AgencyFacts } from "#components/agencies/agency-facts";
import { AgencyHistory } from "#components/agencies/agency-history";
import { AgencyMailbox } from "#components/agencies/agency-mailbox";
import { AgencyPeople } from "#components/agencies/agency-people";
import { AgencyState } from "#components/agencies/agency-state";
import { PageHeader } from "#components/ui/page-header";
import { agencyHref } from "#lib/agencies/address";
import {
  findAgency,
  findMailbox,
  type AgencyHistory as History,
  listChildren,
  listDutiesAround,
  listNames,
  listPassagesAbout,
  listPeopleOf,
  listPeriods,
  type SuccessionRow,
} from "#lib/agencies/queries";
import { dutiesOf, dutiesTo, isInForce, maySeePeople, maySeeReports, termOn } from "#lib/agencies/rules";
import { agencyAddress } from "#lib/agencies/schema";
import { type Day, printDay } from "#lib/dates";
import { administers } from "#lib/identity/actor";
import { requireActor } from "#lib/identity/session";

const readAgency = cache(findAgency);

export async function generateMetadata({ params, searchParams }: PageProps<"/agencies/[id]">): Promise<Metadata> {
  const { id } = await params;
  const { on } = agencyAddress.parse(await searchParams);
  const agency = await readAgency(id, on);
  return { title: (agency && termOn(agency.terms, agency.day)?.shortName) ?? "Cơ quan" };
}

/** One agency as of a day. Every signed-in person may read it; people and reports only those who look after it. */
export default async function AgencyPage({ params, searchParams }: PageProps<"/agencies/[id]">) {
  const actor = await requireActor();
  const { id } = await params;
  const { on, page } = agencyAddress.parse(await searchParams);
  const agency = await readAgency(id, on);
  const term = agency && termOn(agency.terms, agency.day);
  if (!agency || !term) notFound();

  const self = { id, kind: term.kind, path: term.path, provinceId: term.provinceId };
  const atWork = isInForce(term, agency.day);
  const [children, duties, passages, people, periods, mailbox] = await Promise.all([
    listChildren(id, agency.day, page),
    atWork ? listDutiesAround(self, agency.day) : [],
    atWork ? listPassagesAbout(self, agency.day) : [],
    maySeePeople(actor, self) ? listPeopleOf(id) : null,
    maySeeReports(actor, self) ? listPeriods() : [],
    administers(actor, self.path) ? findMailbox(id) : null,
  ]);
  const above = term.path.split("/").filter((one) => one && one !== id);
  const names = await listNames(
    [...above, ...duties.flatMap(({ recipients }) => recipients)],
    term.provinceId,
    agency.day,
  );
  const parents = above.flatMap((parent) => names.find((name) => name.id === parent) ?? []);
  return (
    <>
      <PageHeader
        title={term.name}
        tag={<AgencyState term={term} day={agency.day} />}
        crumbs={[
          { href: "/agencies", label: "Cơ quan" },
          ...parents.map((parent) => ({ href: agencyHref(parent.id, on), label: parent.shortName })),
        ]}
        facts={[
          `Tại ngày ${printDay(agency.day)}`,
          ...laterName(agency, agency.day),
          ...(atWork ? [] : agency.successors.map(successorLink)),
        ]}
        actions={periods.map((period) => (
          <a key={period.id} className="btn" href={`/reports?agency=${id}&period=${period.id}`}>
            Báo cáo {period.name.toLowerCase()}
          </a>
        ))}
      />
      <AgencyFacts agency={agency} term={term} parents={parents} on={on} />
      <AgencyDuties
        agencyId={id}
        own={dutiesOf(self, duties)}
        received={dutiesTo(self, duties)}
        passages={passages}
        names={names}
        provinceId={term.provinceId}
      />
      {people && <AgencyPeople people={people} />}
      {mailbox && <AgencyMailbox id={id} {...mailbox} />}
      {children.counts.length > 0 && <AgencyChildren id={id} below={children} page={page} on={on} />}
      <AgencyHistory agency={agency} />
    </>
  );
}

const successorLink = ({ id, shortName }: SuccessionRow) => (
  <span key={id}>
    nay thuộc <a href={agencyHref(id)}>{shortName}</a>
  </span>
);

/** Says so when the name of the day is not the name of today. */
function laterName({ terms }: History, day: Day) {
  const shown = termOn(terms, day);
  const last = terms.at(-1);
  return last && shown !== last ? [`sau này là ${last.name}`] : [];
}
