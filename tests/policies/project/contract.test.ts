import rule from "../../../policies/project/contract";
import { ruleTest } from "../../../testing/rule-test";

ruleTest(rule, {
  valid: [{ name: "a contract in which nothing is wrong", contract: { region: "eu-west-1" } }],
  invalid: [
    {
      name: "what is wrong, each with its place",
      contractProblems: [
        { place: "preflight:contract", path: "region", message: "region is 5, but it must be text." },
        { place: "preflight:profile", path: "", message: "it cannot be read." },
      ],
      findings: [{ message: /^region is 5/ }, { message: /^it cannot be read/ }],
    },
  ],
});
