import rule from "../../../policies/project/project-name";
import { ruleTest } from "../../../src/testing/rule-test";

ruleTest(rule, {
  valid: [
    { name: "the contract does not ask" },
    { name: "the contract's name", contract: { project: { name: "shop" } } },
    { name: "a contract that requires something else of the project", contract: { project: { runtime: "python" } } },
  ],
  invalid: [
    {
      name: "another name (E2)",
      contract: { project: { name: "TapStack" } },
      findings: [{ message: /is "shop".*"name: TapStack" in Pulumi\.yaml/ }],
    },
    {
      name: "another case",
      contract: { project: { name: "Shop" } },
      files: { "Pulumi.yaml": "name: shop\nruntime: nodejs\n" },
      findings: [{}],
    },
  ],
});
