/** The kinds of people of the walk. Hoàn Kiếm's clerk has Hà Nội above and every other agency beside. */
export const people = {
  clerk: "canbo.00070",
  head: "lanhdao.00070",
  neighbour: "canbo.00004",
  stranger: "canbo.30307",
  police: "congan.H26",
  homeAffairs: "noivu.H26",
  chairman: "lanhdao.H26",
  otherPolice: "congan.H57",
  otherHomeAffairs: "noivu.H57",
  otherChairman: "lanhdao.H57",
  department: "canbo.H26.MT",
  ministryClerk: "canbo.G09",
  publicSecurity: "congan.G01",
  ministryOfHomeAffairs: "noivu.G09",
  minister: "lanhdao.G01",
  reader: "docgia.G22",
  wardAdministrator: "quantri.00070",
  cityAdministrator: "quantri.H26",
  otherAdministrator: "quantri.H57",
  systemAdministrator: "quantri.G01",
  ofTwoAgencies: "canbo.H26.CA",
} as const;

export type Kind = keyof typeof people;
export const everybody = Object.keys(people) as Kind[];

/** Those who look at what lies below all of the nation, or of the city. */
export const ofTheNation: Kind[] = ["publicSecurity", "ministryOfHomeAffairs", "minister", "reader"];
export const ofTheCity: Kind[] = ["police", "homeAffairs", "chairman"];
export const ofTheOtherProvince: Kind[] = ["otherPolice", "otherHomeAffairs", "otherChairman"];
export const administrators: Kind[] = [
  "wardAdministrator",
  "cityAdministrator",
  "otherAdministrator",
  "systemAdministrator",
];

export const allBut = (...kinds: Kind[]) => everybody.filter((kind) => !kinds.includes(kind));
