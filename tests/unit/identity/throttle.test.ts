import { describe, expect, it } from "vitest";
import {
  delaySeconds,
  isClearedBySuccess,
  localPath,
  simultaneousTries,
  throttleKeys,
} from "#lib/identity/sign-in/rules";

describe("the wait after wrong passwords", () => {
  it("costs nothing for the first mistakes, then doubles up to a limit", () => {
    const delays = [1, 5, 6, 7, 8, 9, 15, 16, 60].map((failures) => delaySeconds("nameAndAddress", failures));
    expect(delays).toEqual([0, 0, 1, 2, 4, 8, 512, 900, 900]);
  });

  it("never exceeds a minute for a name tried from many places, nor half a minute for a shared address", () => {
    expect(delaySeconds("name", 20)).toBe(0);
    expect(delaySeconds("name", 10_000)).toBe(60);
    expect(delaySeconds("address", 100)).toBe(0);
    expect(delaySeconds("address", 10_000)).toBe(30);
  });

  it("stays a number however many mistakes there are", () => {
    expect(delaySeconds("nameAndDevice", 5_000)).toBe(900);
  });
});

describe("what a try is counted under", () => {
  const tried = { username: "canbo.00070", address: "10.0.0.7" };

  it("is the name with the address, the name, and the address for an unknown device", () => {
    expect(Object.values(throttleKeys({ ...tried, device: null }))).toEqual([
      "nameAndAddress:canbo.00070|10.0.0.7",
      "name:canbo.00070",
      "address:10.0.0.7",
    ]);
  });

  it("is only the device for a device that has signed in with this name: strangers cannot make it wait", () => {
    expect(Object.values(throttleKeys({ ...tried, device: "d1" }))).toEqual(["nameAndDevice:canbo.00070|d1"]);
  });

  it("is cleared by a right password, except for the address", () => {
    const keys = Object.values(throttleKeys({ ...tried, device: null }));
    expect(keys.filter(isClearedBySuccess)).toEqual(["nameAndAddress:canbo.00070|10.0.0.7", "name:canbo.00070"]);
  });

  it("lets guesses at one name through one at a time once some were wrong", () => {
    expect([0, 3, 4, 100].map(simultaneousTries)).toEqual([20, 20, 1, 1]);
  });
});

describe("where a sign-in leads", () => {
  it.each([
    ["/reports/1?x=1#a", "/reports/1?x=1#a"],
    ["http://localhost:3000/people", "/people"],
    [undefined, "/work"],
    ["", "/work"],
    ["/", "/work"],
    ["/sign-in?problem=wrong", "/work"],
    ["/api/session/end", "/work"],
    ["https://evil.example/work", "/work"],
    ["//evil.example/work", "/work"],
    ["/\\evil.example", "/work"],
    ["/.//evil.example", "/evil.example"],
    ["javascript:alert(1)", "/work"],
    ["http://localhost:3000@evil.example/", "/work"],
  ])("%s → %s", (wanted, path) => {
    expect(localPath(wanted, "localhost:3000")).toBe(path);
  });
});
