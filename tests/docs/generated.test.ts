import { PROFILES } from "../../src/contract/profiles";
import { CONTRACT_SCHEMA } from "../../src/contract/schema";
import { rules } from "../../policies";
import { files, stale } from "../../tools/docs";

it("is what the rules say: docs/ and the generated parts of other documents (else: npm run docs)", () => {
  const { changed, left } = stale(files({ rules, schema: CONTRACT_SCHEMA, profiles: PROFILES }));
  expect({ changed: changed.map(([path]) => path), left }).toEqual({ changed: [], left: [] });
});
