import rule from "../../../policies/network/vpc-endpoint-service-public";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const service = (name: string, allowedPrincipals: Input, acceptanceRequired: Input = false): BuiltResource =>
  resource("aws:ec2/vpcEndpointService:VpcEndpointService", name, { acceptanceRequired, allowedPrincipals });
const permission = (name: string, vpcEndpointServiceId: Input, principalArn: Input): BuiltResource =>
  resource("aws:ec2/vpcEndpointServiceAllowedPrinciple:VpcEndpointServiceAllowedPrinciple", name, {
    vpcEndpointServiceId,
    principalArn,
  });
const ACCOUNT = "arn:aws:iam::464738291005:root";
const open = service("open", undefined);
const careful = service("careful", undefined, true);

ruleTest(rule, {
  valid: [
    { name: "accounts", stack: [service("prices", [ACCOUNT]), open, permission("client", open["id"], ACCOUNT)] },
    { name: "no one", stack: [service("prices", undefined), service("stock", [])] },
  ],
  invalid: [
    {
      name: "everyone",
      stack: [service("prices", [ACCOUNT, "*"]), open, permission("clients", open["id"], "*")],
      findings: [
        { resource: "prices", path: "allowedPrincipals[1]", message: /no one has to accept/ },
        { resource: "clients", path: "principalArn", level: "mandatory" },
      ],
    },
    {
      name: "everyone, once that is accepted, or may have to be",
      stack: [
        service("prices", ["*"], true),
        service("stock", ["*"], unknown),
        careful,
        permission("clients", careful["id"], "*"),
        permission("others", "vpce-svc-0a1b2c3d4e5f67890", "*"),
      ],
      findings: [
        { resource: "prices", path: "allowedPrincipals[0]", level: "advisory", message: /once that is accepted/ },
        { resource: "stock", path: "allowedPrincipals[0]", level: "advisory" },
        { resource: "clients", path: "principalArn", level: "advisory" },
        { resource: "others", path: "principalArn", level: "advisory" },
      ],
    },
  ],
  undecided: [
    {
      name: "the principals",
      stack: [service("prices", unknown), permission("clients", open["id"], unknown), open],
      at: ["prices.allowedPrincipals", "clients.principalArn"],
    },
  ],
});
