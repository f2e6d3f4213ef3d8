import fc from "fast-check";

import { findExemption } from "../../src/contract/exemptions";
import { nearest } from "../../src/contract/near";
import { resolveContract, type Resolved } from "../../src/contract/resolve";
import { KEY_PATHS } from "../../src/contract/schema";
import { show, showPath } from "../../src/contract/show";
import { validate } from "../../src/contract/validate";

const RULES = new Set(["rds-not-public", "required-tags", "contract"]);
const KEYS = [...new Set(KEY_PATHS.flatMap((path) => path.split("."))), "__proto__", "constructor", "value"];
const EXEMPTION_KEYS = ["rule", "resource", "reason", "until"];

const scalar = fc.oneof(
  fc.jsonValue({ maxDepth: 1 }),
  fc.constantFrom("strict", "blue-green", "us-east-1", "2027-01-31", "rds-not-public", "*", "3.11", 3, 22, true, false),
);

/** JSON that comes close to a contract. */
const contractLike = fc.letrec((tie) => ({
  any: fc.oneof(
    { depthSize: "small" },
    scalar,
    fc.array(tie("any"), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...KEYS, ...EXEMPTION_KEYS), tie("any"), { maxKeys: 4 }),
  ),
})).any;
const contractObject = fc.dictionary(fc.constantFrom(...KEYS), contractLike, { maxKeys: 8 });

function resolve(own: unknown, exemptions: unknown, profile: unknown, organization: unknown): Resolved {
  const stackConfig = {
    "preflight:contract": own,
    "preflight:exemptions": exemptions,
    "preflight:profile": profile,
  };
  return resolveContract({ stackConfig, organization, stack: "dev", ruleIds: RULES });
}

it("makes a good contract of anything, and never throws", () => {
  const source = fc.oneof(
    contractObject,
    fc.anything(),
    contractObject.map((object) => JSON.stringify(object)),
  );
  fc.assert(
    fc.property(source, source, source, source, (own, exemptions, profile, organization) => {
      const { contract, problems } = resolve(own, exemptions, profile, organization);
      expect(validate(contract, "test").problems).toEqual([]);
      for (const { place, message } of problems) {
        expect(message).toMatch(/^\S.*[.?]$/u);
        expect(message).toContain(place);
      }
      findExemption(contract.exemptions, ["rds-not-public"], { name: "a", urn: "urn:b" }, "2026-10-01");
    }),
    { numRuns: 300 },
  );
});

it("has a problem for whatever the schema refuses, and what is left is good", () => {
  fc.assert(
    fc.property(contractObject, (own) => {
      const first = validate(own, "test");
      expect(validate({ ...first.contract }, "test").problems).toEqual([]);
      expect(first.problems.length === 0).toBe(JSON.stringify(first.contract) === JSON.stringify(own));
      expect(new Set(first.problems.map(({ path }) => path)).size).toBe(first.problems.length);
    }),
    { numRuns: 300 },
  );
});

it("shows values and keys on one short line", () => {
  fc.assert(
    fc.property(fc.oneof(fc.anything(), fc.string({ maxLength: 200 })), (value) => {
      expect(show(value)).not.toMatch(/\p{Cc}/u);
    }),
  );
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), (key) => {
      expect(showPath([key]).length).toBeLessThan(260);
      expect(showPath([key])).not.toContain("\n");
    }),
  );
});

it("finds a word again with one slip in it", () => {
  const words = KEY_PATHS.filter((path) => path.length > 4);
  fc.assert(
    fc.property(fc.constantFrom(...words), fc.nat(), fc.constantFrom("swap", "drop", "add"), (word, seed, slip) => {
      const at = seed % (word.length - 1);
      const mistyped =
        slip === "drop"
          ? word.slice(0, at) + word.slice(at + 1)
          : slip === "add"
            ? `${word.slice(0, at)}q${word.slice(at)}`
            : word.slice(0, at) + (word[at + 1] ?? "") + (word[at] ?? "") + word.slice(at + 2);
      expect(nearest(mistyped, [word, "unrelated-candidate"])).toBe(word);
    }),
  );
  expect(nearest("", ["tags"])).toBeUndefined();
  expect(nearest("x".repeat(100_000), ["tags"])).toBeUndefined();
});
