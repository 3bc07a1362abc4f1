import type { PlanLink } from "#lib/plans/queries";

type Props = { ancestors: PlanLink[]; plan: PlanLink; below: PlanLink[] };

/** The plans above and below, as a nested list. */
export function PlanChain({ ancestors: [first, ...rest], plan, below }: Props) {
  if (first) {
    return (
      <ul className="pl-4">
        <li>
          ↳ <PlanName plan={first} href={`/plans/${first.id}`} />
          <PlanChain ancestors={rest} plan={plan} below={below} />
        </li>
      </ul>
    );
  }
  return (
    <ul className="pl-4">
      <li>
        ↳ <strong>{plan.shortTitle}</strong> <span className="quiet">– kế hoạch này</span>
        {below.map((child) => (
          <ul key={child.id} className="pl-4">
            <li>
              ↳ <PlanName plan={child} href={`/plans/${child.id}`} />
            </li>
          </ul>
        ))}
      </li>
    </ul>
  );
}

function PlanName({ plan, href }: { plan: PlanLink; href: string }) {
  return (
    <>
      <a className="underline" href={href}>
        {plan.shortTitle}
      </a>{" "}
      <span className="quiet">– {plan.issuer}</span>
    </>
  );
}
