import rule from "../../../policies/project/contract";
import { ruleTest } from "../../../src/testing/rule-test";

ruleTest(rule, {
  valid: [{ name: "a contract in which nothing is wrong", contract: { region: "eu-west-1" } }],
  invalid: [
    {
      name: "each problem with its location",
      contractProblems: [
        { place: "preflight:contract", path: "region", message: "The region is 5, but it must be a string." },
        { place: "preflight:profile", path: "", message: "The profile cannot be read." },
      ],
      findings: [{ message: /^The region is 5/ }, { message: /^The profile cannot be read/ }],
    },
  ],
});
