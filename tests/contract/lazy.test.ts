import { resolveContract } from "../../src/contract/resolve";

const loaded: string[] = [];
jest.mock("ajv", () => {
  loaded.push("ajv");
  return jest.requireActual<object>("ajv");
});

it("loads ajv only where there is something to hold against it", () => {
  const base = { stack: "dev", ruleIds: new Set<string>() };
  resolveContract({ ...base, stackConfig: {} });
  resolveContract({ ...base, stackConfig: { "preflight:profile": "strict" }, organization: {} });
  expect(loaded).toEqual([]);
  resolveContract({ ...base, stackConfig: { "preflight:contract": "{}" }, organization: { alarms: true } });
  expect(loaded).toEqual(["ajv"]);
});
