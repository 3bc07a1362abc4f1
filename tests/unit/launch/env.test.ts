import { describe, expect, it } from "vitest";
import { readEnvironment } from "#lib/env";

describe("the environment", () => {
  it("has a default for everything", () => {
    expect(readEnvironment({})).toMatchObject({
      PORT: 3000,
      HOST: "127.0.0.1",
      DATABASE_POOL: 10,
      TRUST_PROXY: false,
    });
  });

  it("leaves the demonstration to where the database is, unless it is told", () => {
    expect(readEnvironment({}).DEMO).toBeUndefined();
    expect(readEnvironment({ DEMO: "0" }).DEMO).toBe(false);
    expect(readEnvironment({ DEMO: "1" }).DEMO).toBe(true);
  });

  it("leaves it to the launcher whether there is a demonstration, unless told", () => {
    expect(readEnvironment({}).DEMO).toBeUndefined();
    expect(readEnvironment({ DEMO: "0" }).DEMO).toBe(false);
    expect(readEnvironment({ DEMO: "1" }).DEMO).toBe(true);
  });

  it("treats an empty variable as absent", () => {
    expect(readEnvironment({ PORT: " ", DATABASE_URL: "" })).toEqual(readEnvironment({}));
  });

  it.each([
    [
      "PORT",
      "abc",
      "Biến môi trường PORT có giá trị “abc” chưa dùng được: số cổng phải là số nguyên từ 1 đến 65535, ví dụ 3000.",
    ],
    [
      "PORT",
      "70000",
      "Biến môi trường PORT có giá trị “70000” chưa dùng được: số cổng phải là số nguyên từ 1 đến 65535, ví dụ 3000.",
    ],
    [
      "EVIDENCE_TOTAL_MB",
      "5",
      "Biến môi trường EVIDENCE_TOTAL_MB có giá trị “5” chưa dùng được: tổng dung lượng (MB) tệp đính kèm của một báo cáo phải là số nguyên từ 20 đến 10000, ví dụ 300.",
    ],
    [
      "DEMO",
      "yes",
      "Biến môi trường DEMO có giá trị “yes” chưa dùng được: phải là 1 (nạp dữ liệu trình diễn) hoặc 0 (không).",
    ],
  ])("names the variable, its value and the remedy: %s=%s", (name, value, sentence) => {
    expect(() => readEnvironment({ [name]: value })).toThrow(sentence);
  });

  it.each([
    ["DATABASE_URL", "mysql://root:sieu-mat@localhost/x"],
    ["DATABASE_URL", "postgresql://localhost"],
    ["NEXTAUTH_SECRET", "sieu-mat"],
  ])("never repeats a secret: %s", (name, value) => {
    const reading = () => readEnvironment({ [name]: value });
    expect(reading).toThrow(`Biến môi trường ${name} `);
    expect(reading).not.toThrow("sieu-mat");
  });

  it("does not keep files on the disk when somebody meant S3 and forgot the bucket", () => {
    expect(() => readEnvironment({ S3_ENDPOINT: "https://s3.example.gov.vn" })).toThrow("S3_BUCKET");
    expect(readEnvironment({ S3_ENDPOINT: "https://s3.example.gov.vn", S3_BUCKET: "minh-chung" }).S3_BUCKET).toBe(
      "minh-chung",
    );
  });
});
