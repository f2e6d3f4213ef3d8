import rule from "../../../policies/naming/required-services";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown } from "../../../src/testing/stack";

const root = resource("pulumi:pulumi:Stack", "shop-dev");
const CLUSTER = "aws:rds/cluster:Cluster";
const services = [
  "kinesis",
  "elasticache",
  "secretsmanager",
  "nat-gateway",
  "stepfunctions",
  "ssm-parameter",
  "backup",
] as const;
const all = [
  resource("aws:kinesis/stream:Stream", "orders"),
  resource("aws:elasticache/serverlessCache:ServerlessCache", "cache"),
  resource("aws:secretsmanager/secret:Secret", "db"),
  resource("aws:ec2/natGateway:NatGateway", "nat"),
  resource("aws:sfn/stateMachine:StateMachine", "cutover"),
  resource("aws:ssm/parameter:Parameter", "active"),
  resource("aws:backup/plan:Plan", "daily"),
];

ruleTest(rule, {
  valid: [
    { name: "no contract", stack: [root] },
    { name: "all of them", contract: { services: [...services] }, stack: [root, ...all] },
    {
      name: "children of components",
      contract: { services: ["kinesis"] },
      stack: [root, resource("aws:kinesis/stream:Stream", "s", {}, { parent: resource("shop:index:Flow", "flow") })],
    },
    {
      name: "a resource that is only read",
      contract: { services: ["secretsmanager"] },
      stack: [root, resource("aws:secretsmanager/secret:Secret", "shared", {}, { external: true })],
    },
    {
      name: "a password that RDS keeps in Secrets Manager",
      contract: { services: ["secretsmanager"] },
      stack: [root, resource(CLUSTER, "db", { manageMasterUserPassword: true })],
    },
    {
      name: "older names of a type",
      contract: { services: ["load-balancer"] },
      stack: [root, resource("aws:alb/loadBalancer:LoadBalancer", "web")],
    },
  ],
  invalid: [
    {
      name: "no service: one finding for each",
      contract: { services: [...services] },
      stack: [root, resource(CLUSTER, "db", { masterPassword: "x" })],
      findings: services.map(() => ({ resource: "shop-dev" })),
    },
    {
      name: "one is missing",
      contract: { services: ["kinesis", "elasticache"] },
      stack: [root, ...all.slice(1)],
      findings: [
        {
          resource: "shop-dev",
          message: /requires the service "kinesis", and the stack has none\. Add aws\.kinesis\.Stream/,
        },
      ],
    },
  ],
  undecided: [
    {
      name: "a password that RDS may keep",
      contract: { services: ["secretsmanager"] },
      stack: [root, resource(CLUSTER, "db", { manageMasterUserPassword: unknown })],
      at: ["db.manageMasterUserPassword"],
    },
  ],
});
