import { agencyHref, toggled, treeHref } from "#lib/agencies/address";
import { groupLabels } from "#lib/agencies/labels";
import type { AgencyTree as Tree, TreeAgency, TreeBranch } from "#lib/agencies/queries";
import type { Day } from "#lib/dates";
import { printNumber } from "#lib/text";

type Props = { tree: Tree; open: string[]; on: Day | null };

/** The tree of a day. A branch opens by its address, which loads what stands below it: every state can be linked to. */
export function AgencyTree(props: Props) {
  return (
    <ul className="text-sm">
      <li>
        <a href={agencyHref("VN", props.on)}>
          <strong>Cả nước</strong>
        </a>
        <Branches {...props} parentId="VN" />
      </li>
    </ul>
  );
}

function Branches({ parentId, ...props }: Props & { parentId: string }) {
  const branches = props.tree.branches.filter((branch) => branch.parentId === parentId);
  return (
    <ul className="pl-6">
      {branches.map((branch) => (
        <Branch key={branch.kind} branch={branch} {...props} />
      ))}
    </ul>
  );
}

/** All agencies of a kind below one agency; a single one stands for itself. */
function Branch({ branch, ...props }: Props & { branch: TreeBranch }) {
  const { parentId, kind, count } = branch;
  const key = `${parentId}:${kind}`;
  const agencies = props.tree.agencies.filter((agency) => agency.parentId === parentId && agency.kind === kind);
  if (count === 1) return agencies.map((agency) => <Leaf key={agency.id} agency={agency} {...props} />);
  return (
    <li>
      <Toggle branchKey={key} label={groupLabels[kind]} {...props} />{" "}
      <span className="quiet figures">{printNumber(count)}</span>
      {props.open.includes(key) && (
        <ul className="pl-6">
          {agencies.map((agency) => (
            <Leaf key={agency.id} agency={agency} {...props} />
          ))}
        </ul>
      )}
    </li>
  );
}

function Leaf({ agency, ...props }: Props & { agency: TreeAgency }) {
  const { id, shortName, kind } = agency;
  if (kind !== "province") {
    return (
      <li className="py-0.5 pl-6">
        <a href={agencyHref(id, props.on)}>{shortName}</a> <span className="quiet figures">{id}</span>
      </li>
    );
  }
  return (
    <li>
      <Toggle branchKey={id} label={shortName} {...props} />{" "}
      <a className="quiet figures" href={agencyHref(id, props.on)} aria-label={`Xem ${shortName}, mã ${id}`}>
        {id}
      </a>
      {props.open.includes(id) && <Branches parentId={id} {...props} />}
    </li>
  );
}

/** A link that opens or closes a branch and comes back to the same place. */
function Toggle({ branchKey, label, open, on }: Props & { branchKey: string; label: string }) {
  const isOpen = open.includes(branchKey);
  const anchor = branchKey.replace(":", "-");
  return (
    <a
      id={anchor}
      className="inline-block py-0.5 no-underline"
      href={`${treeHref(on, toggled(open, branchKey))}#${anchor}`}
      aria-expanded={isOpen}
    >
      <span aria-hidden="true" className="inline-block w-6 text-center">
        {isOpen ? "▾" : "▸"}
      </span>
      {label}
    </a>
  );
}
