/**
 * Which agencies of our tree are the actors a plan names: an agency id, or `kind:…` for all of that kind in the subtree of the plan's
 * holder. An empty list: the plan names somebody who is not an agency of the tree (a council, Thành ủy, the army).
 */
export type Actors = Record<string, string[]>;

const centre = ["kind:ministry", "kind:centralBody", "kind:centralFront"];

/** Source: QĐ 2447/QĐ-TTg; “bộ, ban, ngành, tỉnh” as the decision defines it. */
export const nationalActors: Actors = {
  "thu-tuong": ["VN"],
  "hd-tdkt-tw": [],
  "hd-tdkt-cac-cap": [],
  "bo-cong-an": ["G01"],
  "bo-noi-vu": ["G09"],
  "bo-vhttdl": ["G16"],
  "ban-tgdv-tw": ["TW.BTGDV"],
  "mttq-ctxh": ["kind:centralFront"],
  "bo-ban-nganh-tinh": [...centre, "kind:province"],
  "toan-he-thong": [...centre, "kind:province", "kind:commune"],
  "trung-uong": ["VN"],
};

/** Departments that the plan of Hà Nội gives duties of their own. */
const namedDepartments: Actors = {
  "so-vhtt": ["H26.VHTT"],
  "so-gddt": ["H26.GDDT"],
  "so-khcn": ["H26.KHCN"],
  "so-tai-chinh": ["H26.TC"],
  "so-tu-phap": ["H26.TP"],
};

/** Source: Kế hoạch Hà Nội, mục VI. `departments` are the ids of all departments of the city. */
export function hanoiActors(departments: string[]): Actors {
  const named = Object.values(namedDepartments).flat();
  return {
    ...namedDepartments,
    "ban-tgdv-thanh-uy": [],
    "mttq-tp": ["kind:provinceFront"],
    "cong-an-tp": ["H26.CA"],
    "bo-tu-lenh-thu-do": [],
    "so-noi-vu": ["H26.NV"],
    "so-ban-nganh-khac": departments.filter((id) => !named.includes(id)),
    "so-ban-nganh": ["kind:department", "kind:provinceHomeAffairs", "kind:provincePolice"],
    "co-quan-don-vi": ["kind:department", "kind:provinceFront"],
    "ubnd-xa-phuong": ["kind:commune"],
    "ubnd-tp": ["H26"],
    "bo-cong-an": ["G01"],
    "bo-noi-vu": ["G09"],
  };
}

/** The agencies of several actors, each once. @throws when a plan names an actor nobody has placed. */
export function agenciesOf(actors: Actors, ids: string[]): string[] {
  const found = ids.map((id) => {
    const agencies = actors[id];
    if (!agencies) throw new Error(`A plan names the actor “${id}”, whom this project has not placed in the tree.`);
    return agencies;
  });
  return [...new Set(found.flat())];
}
