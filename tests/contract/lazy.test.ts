import { findExemption } from "../../contract/exemptions";
import { resolveContract } from "../../contract/resolve";

const loaded: string[] = [];
jest.mock("ajv", () => {
  loaded.push("ajv");
  return jest.requireActual<object>("ajv");
});
jest.mock("picomatch", () => {
  loaded.push("picomatch");
  return jest.requireActual<object>("picomatch");
});

it("loads ajv and picomatch only where there is something to hold against them", () => {
  const base = { stack: "dev", ruleIds: new Set<string>() };
  resolveContract({ ...base, stackConfig: {} });
  resolveContract({ ...base, stackConfig: { "preflight:profile": "strict" }, organization: {} });
  findExemption([], "rds-not-public", { name: "db", urn: "urn" }, "2026-10-01");
  expect(loaded).toEqual([]);
  resolveContract({ ...base, stackConfig: { "preflight:contract": "{}" }, organization: { alarms: true } });
  expect(loaded).toEqual(["ajv"]);
});
