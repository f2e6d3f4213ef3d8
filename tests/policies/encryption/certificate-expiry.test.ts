import rule from "../../../policies/encryption/certificate-expiry";
import examples from "../../../policies/encryption/certificate-expiry.examples";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type Input } from "../../../src/testing/stack";

const certificate = (certificateBody: Input) =>
  resource("aws:acm/certificate:Certificate", "shop", { certificateBody });
const pemIn = (program: string): string => /-----BEGIN[^`]*/.exec(program)?.[0] ?? "";
const [expired, valid] = [pemIn(examples.incorrect), pemIn(examples.correct)];

ruleTest(rule, {
  valid: [
    { name: "a certificate for decades, and one that AWS issues", stack: [certificate(valid), certificate(undefined)] },
    { name: "text that is not a certificate", stack: [certificate("PEM"), certificate("")] },
  ],
  invalid: [
    {
      name: "one that has expired",
      stack: [certificate(expired)],
      findings: [{ resource: "shop", path: "certificateBody", level: "advisory", message: /expired on 2020-01-01/ }],
    },
    {
      name: "one that has expired, where the contract sets days",
      contract: { certificateExpiryDays: 0 },
      stack: [certificate(expired)],
      findings: [{ resource: "shop", path: "certificateBody", level: "mandatory" }],
    },
  ],
  undecided: [{ name: "text that is not known", stack: [certificate(unknown)], at: ["shop.certificateBody"] }],
});
