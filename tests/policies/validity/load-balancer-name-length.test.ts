import rule from "../../../policies/validity/load-balancer-name-length";
import { createdAndDeployed } from "../../kit/deployed";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, text, unknown } from "../../../src/testing/stack";

const BALANCER = "aws:lb/loadBalancer:LoadBalancer";
const GROUP = "aws:lb/targetGroup:TargetGroup";
const of = (length: number): string => "shop-production-eu-central-1-api-internal".slice(0, length);

ruleTest(rule, {
  valid: [
    { name: "a name of 32 characters", stack: [resource(BALANCER, "main", { name: of(32) })] },
    { name: "a short name for a long logical name", stack: [resource(GROUP, of(40), { name: "blue" })] },
    { name: "an automatic name of 32 characters", stack: [resource(GROUP, of(24))] },
    { name: "a prefix of six characters", stack: [resource(GROUP, of(40), { namePrefix: "blue-a" })] },
    {
      name: "names that Pulumi generates from a pattern",
      stack: [resource(GROUP, of(40))],
      config: { "pulumi:autonaming": '{"pattern": "${name}"}' },
    },
    { name: "one that the stack only reads", stack: [resource(GROUP, "g", { name: of(40) }, { external: true })] },
    { name: "other types", stack: [resource("aws:ecs/service:Service", of(40), { name: of(40) })] },
    {
      name: "a contract that allows longer names",
      stack: [resource(GROUP, "g", { name: of(40) })],
      contract: { facts: { "name-rules": { types: { [GROUP]: { maximum: 64 } } } } },
    },
    {
      name: "a contract without a maximum",
      stack: [resource(GROUP, "g", { name: of(40) })],
      contract: { facts: { "name-rules": { types: { [GROUP]: { maximum: 0 } } } } },
    },
    {
      name: "a contract without the type",
      stack: [resource(GROUP, "g", { name: of(40) })],
      contract: { facts: { "name-rules": { types: { [GROUP]: null } } } },
    },
  ],
  invalid: createdAndDeployed([
    {
      name: "a name of 33 characters",
      stack: [resource(BALANCER, "main", { name: of(33) })],
      findings: [
        {
          resource: "main",
          path: "name",
          message:
            /^The name "[\w-]+" has 33 characters, and AWS accepts 32\. Shorten it\..*"The load balancer name 'shop-[\w-]+' cannot be longer than '32'/,
        },
      ],
    },
    {
      name: "the name of a target group, by the older name of its type",
      stack: [resource("aws:alb/targetGroup:TargetGroup", "g", { name: of(33) })],
      findings: [{ resource: "g", path: "name", message: /"Target group name '/ }],
    },
    {
      name: "the name of a classic load balancer",
      stack: [resource("aws:elb/loadBalancer:LoadBalancer", "old", { name: of(33) })],
      findings: [{ resource: "old", path: "name" }],
    },
    {
      name: "an automatic name, with its random characters",
      stack: [resource(GROUP, of(25))],
      findings: [
        {
          resource: of(25),
          path: "name",
          message: /-xxxxxxx" with random digits.*Set `name`, or use a logical name of at most 24 characters\./,
        },
      ],
    },
    {
      name: "a long prefix",
      stack: [resource(GROUP, "g", { namePrefix: "blue-api" })],
      findings: [{ resource: "g", path: "namePrefix", message: /has 8 characters, and the provider accepts 6/ }],
    },
  ]),
  undecided: [
    { name: "a name that is not known yet", stack: [resource(GROUP, "g", { name: unknown })], at: ["g.name"] },
    {
      name: "a name with a part that is not known yet",
      stack: [resource(GROUP, "g", { name: text`shop-${resource("aws:ec2/vpc:Vpc", "v")["id"]}` })],
      at: ["g.name"],
    },
  ],
});
