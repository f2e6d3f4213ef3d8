import rule from "../../../policies/network/lambda-vpc";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, text, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";
import { underContract } from "../../kit/under-contract";

const fn = (vpcConfig?: Input): BuiltResource => resource("aws:lambda/function:Function", "api", { vpcConfig });
const edge = fn();

ruleTest(
  rule,
  underContract(
    { frameworks: ["AWS FSBP"] },
    {
      valid: [
        { name: "in a VPC", stack: [fn({ subnetIds: ["subnet-0a1b2c3d"], securityGroupIds: ["sg-0a1b2c3d"] })] },
        {
          name: "at the edge",
          stack: [
            edge,
            resource("aws:cloudfront/distribution:Distribution", "cdn", {
              defaultCacheBehavior: {
                lambdaFunctionAssociations: [{ eventType: "viewer-request", lambdaArn: text`${edge.arn}:1` }],
              },
            }),
          ],
        },
      ],
      invalid: [
        { name: "not in a VPC", stack: [fn()], findings: [{ resource: "api", path: "vpcConfig" }] },
        {
          name: "no subnets",
          stack: [fn({ subnetIds: [], securityGroupIds: [] })],
          findings: [{ resource: "api", path: "vpcConfig" }],
        },
      ],
      undecided: [{ name: "the subnets", stack: [fn({ subnetIds: unknown })], at: ["api.vpcConfig"] }],
    },
  ),
);
