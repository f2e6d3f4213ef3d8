import { resolveContract, type Resolved } from "../../src/contract/resolve";

const resolved = (text: string, contract: object = {}, resources: string[] = ["*:Instance::db"]): Resolved =>
  resolveContract({
    stackConfig: { "preflight:contract": JSON.stringify(contract) },
    stack: "dev",
    ruleIds: new Set(["rds-not-public", "required-tags", "contract"]),
    inSource: [{ place: "index.ts:3", text, resources }],
  });

const problems = (text: string, contract: object = {}): string[] =>
  resolved(text, contract).problems.map(({ message }) => message);

describe("an exemption in the source", () => {
  it("counts beside those of the configuration", () => {
    const own = { rule: "required-tags", resource: "x", reason: "r", until: "2027-01-31" };
    const { contract, sources, inSource } = resolved("rds-not-public, required-tags until 2027-03-31: it: moves", {
      exemptions: [own],
    });
    const exemption = { resource: "*:Instance::db", reason: "it: moves", until: "2027-03-31" };
    const both = [
      { rule: "rds-not-public", ...exemption },
      { rule: "required-tags", ...exemption },
    ];
    expect(contract.exemptions).toEqual([own, ...both]);
    expect(inSource).toEqual([{ place: "index.ts:3", exemptions: both }]);
    expect(sources.at(-1)).toEqual({ place: "comments in the source", contract: { exemptions: both } });
  });

  it.each([
    ["rds-not-publik until 2027-03-31: x", 'names "rds-not-publik", which is not a rule; did you mean rds-not-public?'],
    ["until 2027-03-31: x", 'write "preflight-ignore RULE until 2027-03-31: reason"'],
    ["", "names no rule"],
    ["rds-not-public: moves", "has no last day"],
    ["rds-not-public until March: moves", 'has "March" as its last day'],
    ["rds-not-public until 2027-02-30: moves", 'has "2027-02-30" as its last day'],
    ["rds-not-public until 2027-03-31", "has no reason"],
    ["rds-not-public until 2027-03-31: --", "has no reason"],
    ["contract until 2027-03-31: x", "names contract, a rule that cannot be exempt"],
  ])("is a problem and exempts nothing: %s", (text, message) => {
    expect(problems(text)).toEqual([expect.stringContaining(message)]);
    expect(problems(text)[0]).toContain("The comment at index.ts:3 ");
    expect(resolved(text).contract.exemptions).toEqual([]);
  });

  it("can be forbidden, for one rule or for all", () => {
    const text = "rds-not-public until 2027-03-31: moves";
    expect(problems(text, { notExemptable: ["rds-not-public"] })).toEqual([
      expect.stringContaining("cannot be exempt"),
    ]);
    expect(problems(text, { exemptInSource: false })).toEqual([
      "The comment at index.ts:3 exempts a resource, but the contract allows no exemptions in the source (exemptInSource: false).",
    ]);
    expect(resolved(text, { exemptInSource: false }).contract.exemptions).toEqual([]);
    expect(problems(text, { exemptInSource: true })).toEqual([]);
  });

  it("cannot be allowed by a stack where the organization forbids it", () => {
    const { contract, problems: found } = resolveContract({
      stackConfig: { "preflight:contract": '{"exemptInSource": true}' },
      organization: { exemptInSource: false },
      stack: "dev",
      ruleIds: new Set(["rds-not-public"]),
      inSource: [{ place: "index.ts:3", text: "rds-not-public until 2027-03-31: x", resources: ["*"] }],
    });
    expect(contract.exemptions).toEqual([]);
    expect(found).toHaveLength(2);
  });
});
