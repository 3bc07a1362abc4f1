import type { CampaignClock } from "#lib/campaign/clock";
import type { Actor } from "#lib/identity/actor";

export const sampleActor: Actor = {
  personId: "0",
  fullName: "Nguyễn Thị Minh Phương",
  position: "Phó Trưởng phòng Xây dựng phong trào bảo vệ an ninh Tổ quốc",
  username: "congan.H26",
  sessionId: "0",
  mustChangePassword: false,
  agency: {
    id: "H26.CA",
    name: "Công an Thành phố Hà Nội",
    shortName: "Công an TP Hà Nội",
    kind: "provincePolice",
    path: "/VN/H26/H26.CA/",
    oversight: "/VN/H26/",
    provinceId: "H26",
  },
  roles: ["recipientOfficer", "consolidator", "administrator"],
  agencies: [
    { id: "H26.CA", name: "Công an Thành phố Hà Nội", roles: ["recipientOfficer", "consolidator", "administrator"] },
    { id: "00070", name: "Ủy ban nhân dân phường Hoàn Kiếm", roles: ["reader"] },
  ],
};

export const sampleClock: CampaignClock = {
  now: new Date("2026-11-23T09:00:00+07:00"),
  isDemonstration: true,
  periods: ["2026", "2025"],
};
