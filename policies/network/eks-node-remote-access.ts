import { exposureOf } from "../../src/aws/network/reachability";
import { EKS_NODE_GROUP } from "../../src/aws/type-tokens";
import { UNKNOWN } from "../../src/graph/value";
import { defineRule } from "../../src/rules/rule";

export default defineRule({
  id: "eks-node-remote-access",
  category: "network",
  description: "Nodes of EKS must not be open to SSH from the internet",
  severity: "critical",
  level: "mandatory",
  basis: "public",
  failures: [],
  why:
    "EKS creates the security group for remote access to the nodes. Without source security groups, it opens port 22 to " +
    "the whole internet, and scanners try every address all day.",
  fix: {
    typescript: `remoteAccess: {
  ec2SshKey: key.keyName,
  sourceSecurityGroupIds: [bastion.id],
},`,
    python: `remote_access={
    "ec2_ssh_key": key.key_name,
    "source_security_group_ids": [bastion.id],
},`,
    yaml: `remoteAccess:
  ec2SshKey: \${key.keyName}
  sourceSecurityGroupIds: ["\${bastion.id}"]`,
  },
  limits:
    "A finding is mandatory only where the nodes get public addresses and their subnets have a route to an internet " +
    "gateway; otherwise it is advisory.",
  references: ["https://docs.aws.amazon.com/eks/latest/APIReference/API_RemoteAccessConfig.html"],
  alone: [EKS_NODE_GROUP],
  stack(stack, { report, undecided }) {
    for (const nodes of stack.managed(EKS_NODE_GROUP)) {
      const access = nodes.at("remoteAccess");
      const key = access.at("ec2SshKey");
      const sources = access.list("sourceSecurityGroupIds") ?? [];
      if (access.isUnknown || (sources === UNKNOWN && !key.isAbsent)) {
        undecided(access);
      } else if (!key.isAbsent && sources !== UNKNOWN && sources.length === 0) {
        const isExposed = exposureOf(stack, nodes).isExposed === true;
        report({
          at: access,
          property: "sourceSecurityGroupIds",
          message:
            "EKS opens port 22 of these nodes to the internet, since remote access names no source. Set " +
            "`sourceSecurityGroupIds`, or leave `remoteAccess` out and use Session Manager.",
          ...(!isExposed && { level: "advisory" }),
        });
      }
    }
  },
});
