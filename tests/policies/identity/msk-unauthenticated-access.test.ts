import rule from "../../../policies/identity/msk-unauthenticated-access";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";
import { underContract } from "../../kit/under-contract";

const cluster = (clientAuthentication?: Input): BuiltResource =>
  resource("aws:msk/cluster:Cluster", "orders", { clientAuthentication });
const at = { resource: "orders", path: "clientAuthentication" };

ruleTest(
  rule,
  underContract(
    { frameworks: ["AWS FSBP"] },
    {
      valid: [
        { name: "IAM", stack: [cluster({ sasl: { iam: true } })] },
        { name: "passwords", stack: [cluster({ sasl: { scram: true } })] },
        {
          name: "certificates",
          stack: [
            cluster({
              tls: { certificateAuthorityArns: ["arn:aws:acm-pca:us-east-1:464738291005:certificate-authority/a"] },
            }),
          ],
        },
        { name: "switched off", stack: [cluster({ sasl: { iam: true }, unauthenticated: false })] },
      ],
      invalid: [
        { name: "no authentication", stack: [cluster()], findings: [{ ...at, message: /has no way to authenticate/ }] },
        {
          name: "everyone beside IAM",
          stack: [cluster({ sasl: { iam: true }, unauthenticated: true })],
          findings: [at],
        },
        { name: "authentication that is off", stack: [cluster({ sasl: { iam: false } })], findings: [at] },
      ],
      undecided: [
        {
          name: "whether it is off",
          stack: [cluster({ sasl: { iam: true }, unauthenticated: unknown })],
          at: ["orders.clientAuthentication"],
        },
        { name: "the authentication", stack: [cluster(unknown)], at: ["orders.clientAuthentication"] },
      ],
    },
  ),
);
