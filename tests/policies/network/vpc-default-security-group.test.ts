import rule from "../../../policies/network/vpc-default-security-group";
import type { Contract } from "../../../src/contract/contract";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const contract: Contract = { frameworks: ["AWS FSBP"] };

const VPC = "aws:ec2/vpc:Vpc";
const GROUP = "aws:ec2/securityGroup:SecurityGroup";
const DEFAULT = "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup";
const HTTPS = { protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["10.0.0.0/8"] };
const vpc = resource(VPC, "main", { cidrBlock: "10.0.0.0/16" });
const adopted = (inputs: Record<string, Input> = {}): BuiltResource =>
  resource(DEFAULT, "default", { vpcId: vpc.id, ...inputs });
const group = adopted();

ruleTest(rule, {
  valid: [
    { name: "a VPC as AWS creates it, where the contract requires nothing", stack: [vpc] },
    { name: "a default group without rules", contract, stack: [vpc, adopted()] },
    {
      name: "rules of another group",
      contract,
      stack: [vpc, adopted(), resource(GROUP, "web", { vpcId: vpc.id, ingress: [HTTPS] })],
    },
    { name: "a VPC of another stack", contract, stack: [resource(VPC, "shared", {}, { external: true })] },
  ],
  invalid: [
    {
      name: "a VPC as AWS creates it",
      contract,
      stack: [vpc],
      findings: [{ resource: "main", level: "mandatory", message: /aws.ec2.DefaultSecurityGroup/ }],
    },
    {
      name: "a default group with rules",
      contract,
      stack: [vpc, adopted({ ingress: [HTTPS], egress: [HTTPS, HTTPS] })],
      findings: [
        { resource: "default", path: "ingress[0]", level: "mandatory", message: /allows incoming traffic/ },
        { resource: "default", path: "egress[0]", level: "mandatory", message: /allows outgoing traffic/ },
      ],
    },
    {
      name: "a rule of its own for the default group",
      contract,
      stack: [
        vpc,
        group,
        resource("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "https", {
          securityGroupId: group.id,
          ipProtocol: "tcp",
          fromPort: 443,
          toPort: 443,
          cidrIpv4: "10.0.0.0/8",
        }),
      ],
      findings: [{ resource: "https", level: "mandatory" }],
    },
    {
      name: "the group that AWS names default, in a state without a program",
      contract,
      stack: [resource(GROUP, "sg-1", { name: "default", vpcId: "vpc-1", ingress: [HTTPS] })],
      findings: [{ resource: "sg-1", path: "ingress[0]", level: "mandatory" }],
    },
  ],
  undecided: [
    {
      name: "rules that are not known yet",
      contract,
      stack: [vpc, adopted({ ingress: unknown })],
      at: ["default.ingress"],
    },
    {
      name: "a group of a VPC that is not known yet",
      contract,
      stack: [vpc, resource(DEFAULT, "default", { vpcId: unknown })],
      at: ["main"],
    },
  ],
});
