import rule from "../../../policies/network/eks-node-remote-access";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";
import { internet, publicSubnet, vpc } from "../../kit/network";

const [edge, ...routes] = publicSubnet("edge", "us-east-1a", { mapPublicIpOnLaunch: true });
const network = [vpc, internet, ...(edge ? [edge] : []), ...routes];
const nodes = (remoteAccess: Input, subnetIds: Input = [edge?.id]): BuiltResource =>
  resource("aws:eks/nodeGroup:NodeGroup", "nodes", { clusterName: "shop", subnetIds, remoteAccess });
const at = { resource: "nodes", path: "remoteAccess.sourceSecurityGroupIds" };

ruleTest(rule, {
  valid: [
    { name: "no remote access", stack: [...network, nodes(undefined)] },
    { name: "no key", stack: [...network, nodes({})] },
    { name: "a source", stack: [...network, nodes({ ec2SshKey: "ops", sourceSecurityGroupIds: ["sg-1"] })] },
    {
      name: "a source that is not known yet",
      stack: [...network, nodes({ ec2SshKey: "ops", sourceSecurityGroupIds: [unknown] })],
    },
  ],
  invalid: [
    { name: "a key without a source", stack: [...network, nodes({ ec2SshKey: "ops" })], findings: [at] },
    {
      name: "nodes in subnets of another stack",
      stack: [nodes({ ec2SshKey: "ops", sourceSecurityGroupIds: [] }, ["subnet-1"])],
      findings: [{ ...at, level: "advisory" }],
    },
  ],
  undecided: [
    { name: "the access", stack: [...network, nodes(unknown)], at: ["nodes.remoteAccess"] },
    {
      name: "the sources",
      stack: [...network, nodes({ ec2SshKey: "ops", sourceSecurityGroupIds: unknown })],
      at: ["nodes.remoteAccess"],
    },
  ],
});
