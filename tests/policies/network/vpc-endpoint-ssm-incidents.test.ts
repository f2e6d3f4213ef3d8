import rule from "../../../policies/network/vpc-endpoint-ssm-incidents";
import type { Contract } from "../../../src/contract/contract";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const contract: Contract = { frameworks: ["AWS FSBP"] };

const vpc = resource("aws:ec2/vpc:Vpc", "main", { cidrBlock: "10.0.0.0/16" });
const endpoint = (serviceName: Input): BuiltResource =>
  resource("aws:ec2/vpcEndpoint:VpcEndpoint", "endpoint", { vpcId: vpc.id, serviceName, vpcEndpointType: "Interface" });

ruleTest(rule, {
  valid: [
    { name: "a VPC, where the contract requires nothing", stack: [vpc] },
    { name: "an endpoint", contract, stack: [vpc, endpoint("com.amazonaws.us-east-1.ssm-incidents")] },
  ],
  invalid: [
    {
      name: "another endpoint",
      contract,
      stack: [vpc, endpoint("com.amazonaws.us-east-1.logs")],
      findings: [{ resource: "main", level: "mandatory" }],
    },
  ],
  undecided: [{ name: "a service that is not known yet", contract, stack: [vpc, endpoint(unknown)], at: ["main"] }],
});
