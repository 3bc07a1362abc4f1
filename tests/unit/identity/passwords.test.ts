import { describe, expect, it } from "vitest";
import { hashPassword, oneTimePassword, verifyPassword } from "#lib/identity/passwords";
import { ration } from "#lib/identity/ration";
import { passwordProblems } from "#lib/identity/rules";

const of = { username: "canbo.00070", current: "mật khẩu đang dùng" };

describe("a new password", () => {
  it("may be a Vietnamese sentence", () => {
    expect(passwordProblems("Mùa thu Hà Nội 2026", of)).toEqual([]);
  });

  it("needs twelve characters, counted after composing", () => {
    expect(passwordProblems("ếếếêậpộưạốơ", of)).toEqual([expect.stringContaining("có 11 ký tự")]);
    expect(passwordProblems("ếếếêậpộưạốơ".normalize("NFD"), of)).toEqual([expect.stringContaining("có 11 ký tự")]);
    expect(passwordProblems("ếếếêậpộưạốơ1", of)).toEqual([]);
  });

  it("is not the old one, however the keyboard sends it", () => {
    expect(passwordProblems(of.current.normalize("NFD"), of)).toEqual([
      expect.stringContaining("trùng với mật khẩu đang dùng"),
    ]);
  });

  it("does not contain the user name, whatever the case, dots and diacritics", () => {
    expect(passwordProblems("CanBộ 00070 nhé", of)).toEqual([expect.stringContaining("chứa tên đăng nhập")]);
  });

  it("is not one letter over and over, nor endless", () => {
    expect(passwordProblems("aaaaaaaaaaaaaaaa", of)).toEqual([expect.stringContaining("ký tự khác nhau")]);
    expect(passwordProblems("abcdefgh".repeat(17), of)).toEqual([expect.stringContaining("dài quá")]);
  });

  it("issued once passes the rule and is never the same", () => {
    const issued = Array.from({ length: 100 }, oneTimePassword);
    expect(issued.flatMap((password) => passwordProblems(password, of))).toEqual([]);
    expect(new Set(issued).size).toBe(100);
    expect(issued[0]).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/);
  });
});

describe("hashing", () => {
  it("takes NFD and NFC input of the same password as one", async () => {
    const stored = await hashPassword("Tổ quốc trên hết".normalize("NFC"));
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await verifyPassword(stored, "Tổ quốc trên hết".normalize("NFD"))).toBe(true);
    expect(await verifyPassword(stored, "To quoc tren het")).toBe(false);
  });

  it("refuses every password of a person who does not exist", async () => {
    expect(await verifyPassword(null, "")).toBe(false);
  });
});

describe("a ration", () => {
  it("runs as many as there are seats, keeps the order of the queue, and refuses the rest", async () => {
    const rationed = ration({ seats: 2, queue: 3 });
    const begun: number[] = [];
    const finish: (() => void)[] = [];
    const work = (number: number) =>
      rationed(
        () =>
          new Promise<number>((resolve) => {
            begun.push(number);
            finish.push(() => resolve(number));
          }),
      );

    const results = Promise.allSettled([1, 2, 3, 4, 5, 6].map(work));
    expect(begun).toEqual([1, 2]);
    for (let next = finish.shift(); next; next = finish.shift()) {
      next();
      await new Promise(setImmediate);
    }
    expect(begun).toEqual([1, 2, 3, 4, 5]);
    expect((await results).map(({ status }) => status)).toEqual([...Array(5).fill("fulfilled"), "rejected"]);
    await expect(Promise.all([7, 8].map((number) => rationed(async () => number)))).resolves.toEqual([7, 8]);
  });

  it("gives the seat back when the work fails", async () => {
    const rationed = ration({ seats: 1, queue: 0 });
    await expect(rationed(() => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
    await expect(rationed(async () => "next")).resolves.toBe("next");
  });

  it("says how to go on", async () => {
    await expect(ration({ seats: 0, queue: 0 })(async () => 1)).rejects.toMatchObject({
      status: 429,
      message: "Máy chủ đang bận, hãy thử lại sau ít giây.",
    });
  });
});
