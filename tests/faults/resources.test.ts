import { join } from "node:path";
import fc from "fast-check";
import { EVERYTHING } from "../kit/contracts";
import { Endurance } from "../kit/endurance";
import { ODD_STACKS } from "../kit/odd-stacks";

// `npm run fuzz` tries many more of them.
const SEED = 20261122;
const STACKS = 27;

const project = join(__dirname, "../../examples/fastcart/flawed");

describe.each([
  ["no contract", {}],
  ["a contract that requires everything", EVERYTHING],
])("with %s", (_name, contract) => {
  const endurance = new Endurance(
    { project: "shop", stack: "dev", organization: "o", config: { "preflight:contract": JSON.stringify(contract) } },
    { env: { PREFLIGHT_DAY: "2026-11-22", PREFLIGHT_PROJECT: project } },
  );
  afterAll(() => {
    endurance.stop();
  });

  it.each(Object.entries(ODD_STACKS))("the server answers, and no rule fails inside: %s", async (_kind, stacks) => {
    await fc.assert(
      fc.asyncProperty(stacks, (stack) => endurance.survive(stack)),
      { seed: SEED, numRuns: STACKS },
    );
  });
});
