import rule from "../../../policies/network/eks-endpoint-private";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const cluster = (vpcConfig: Input): BuiltResource =>
  resource("aws:eks/cluster:Cluster", "shop", { roleArn: "arn:aws:iam::464738291005:role/eks", vpcConfig });
const subnetIds = ["subnet-1", "subnet-2"];

ruleTest(rule, {
  valid: [
    { name: "private", stack: [cluster({ subnetIds, endpointPublicAccess: false, endpointPrivateAccess: true })] },
    { name: "for an office", stack: [cluster({ subnetIds, publicAccessCidrs: ["81.2.69.0/24"] })] },
    { name: "no network at all", stack: [cluster(undefined)] },
  ],
  invalid: [
    {
      name: "neither setting",
      stack: [cluster({ subnetIds })],
      findings: [{ resource: "shop", path: "vpcConfig.endpointPublicAccess" }],
    },
    {
      name: "public",
      stack: [cluster({ subnetIds, endpointPublicAccess: true, publicAccessCidrs: ["0.0.0.0/0"] })],
      findings: [{ resource: "shop", path: "vpcConfig.publicAccessCidrs" }],
    },
    {
      name: "the internet in two halves",
      stack: [cluster({ subnetIds, publicAccessCidrs: ["0.0.0.0/1", "128.0.0.0/1"] })],
      findings: [{ resource: "shop", path: "vpcConfig.publicAccessCidrs" }],
    },
  ],
  undecided: [
    { name: "the configuration", stack: [cluster(unknown)], at: ["shop.vpcConfig.endpointPublicAccess"] },
    {
      name: "the addresses",
      stack: [cluster({ subnetIds, publicAccessCidrs: unknown })],
      at: ["shop.vpcConfig.publicAccessCidrs"],
    },
    {
      name: "an address",
      stack: [cluster({ subnetIds, publicAccessCidrs: ["81.2.69.0/24", unknown] })],
      at: ["shop.vpcConfig.publicAccessCidrs"],
    },
  ],
});
