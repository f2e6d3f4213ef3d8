import { checkStack } from "../../../src/rules/run";
import rule from "../../../policies/project/resource-has-parent";
import { Stack } from "../../../src/graph/stack";
import { ruleTest } from "../../../src/testing/rule-test";
import { build, resource, type BuildOptions, type BuiltResource } from "../../../src/testing/stack";

const root = resource("pulumi:pulumi:Stack", "shop-dev");
const app = resource("shop:index:App", "app", {}, { parent: root });
const network = resource("shop:index:Network", "net", {}, { parent: app });
const vpc = resource("aws:ec2/vpc:Vpc", "vpc", {}, { parent: network });
const group = (options: BuildOptions = {}): BuiltResource =>
  resource("aws:ec2/securityGroup:SecurityGroup", "group", { vpcId: vpc.id }, options);
const serviceIn = (securityGroup: BuiltResource, options: BuildOptions): BuiltResource =>
  resource(
    "aws:ecs/service:Service",
    "api",
    { networkConfiguration: { subnets: [], securityGroups: [securityGroup.id] } },
    options,
  );
const IMPORT = 'import * as aws from "@pulumi/aws";\n';
const MAKE = 'new aws.ec2.SecurityGroup("group", {});';
const parts = [root, app, network, vpc];
const loose = group();
const atRoot = group({ parent: root });
const own = group({ parent: app });

ruleTest(rule, {
  valid: [
    { name: "a child", stack: [...parts, own, serviceIn(own, { parent: app })] },
    { name: "a child of a child", stack: [...parts, group({ parent: vpc }), serviceIn(own, { parent: vpc }), own] },
    { name: "made from a component's, and needed by nothing of it", stack: [...parts, loose, serviceIn(loose, {})] },
    {
      name: "needed by a component, and made from nothing of it",
      stack: (() => {
        const given = resource("aws:ec2/securityGroup:SecurityGroup", "given");
        return [...parts, given, serviceIn(given, { parent: app })];
      })(),
    },
    { name: "made from a component's, and needed by nothing at all", stack: [...parts, loose] },
    {
      name: "a parent that is not sent",
      stack: (() => {
        const orphan = group({ parent: resource("shop:index:Lost", "lost") });
        return [...parts, orphan, serviceIn(orphan, { parent: app })];
      })(),
    },
    {
      name: "between two components",
      stack: (() => {
        const other = resource("shop:index:Service", "service");
        return [...parts, loose, other, serviceIn(loose, { parent: other })];
      })(),
    },
    {
      name: "one that the program makes itself, and hands to a method of the component",
      stack: [...parts, loose, serviceIn(loose, { parent: app })],
      files: {
        "index.ts": `${IMPORT}${MAKE}`,
        "app.ts": `${IMPORT}class App { add() { new aws.ecs.Service("api", {}); } }`,
      },
    },
    {
      name: "the same in Python",
      stack: [...parts, loose, serviceIn(loose, { parent: app })],
      files: { "__main__.py": 'import pulumi_aws as aws\n\naws.ec2.SecurityGroup("group")\n' },
    },
    {
      name: "one that the stack only reads",
      stack: (() => {
        const read = group({ external: true });
        return [...parts, read, serviceIn(read, { parent: app })];
      })(),
    },
  ],
  invalid: [
    {
      name: "one that a component's class makes",
      stack: [...parts, loose, serviceIn(loose, { parent: app })],
      files: {
        "app.ts": `${IMPORT}export class App { constructor() { const make = () => { ${MAKE} }; make(); } }`,
        "index.ts": `${IMPORT}${MAKE}`,
      },
      findings: [{ resource: "group", message: /the component app/ }],
    },
    {
      name: "the same in Python",
      stack: [...parts, loose, serviceIn(loose, { parent: app })],
      files: {
        "app.py":
          'import pulumi_aws as aws\n\nclass App:\n    def __init__(self):\n        aws.ec2.SecurityGroup("group")\n',
      },
      findings: [{ resource: "group" }],
    },
    {
      name: "one whose creation the sources do not show",
      stack: [...parts, loose, serviceIn(loose, { parent: app })],
      files: { "index.ts": `${IMPORT}new aws.ecs.Cluster("main");` },
      findings: [{ resource: "group" }],
    },
    {
      name: "between two resources of a component",
      stack: [...parts, loose, serviceIn(loose, { parent: app })],
      findings: [{ resource: "group", message: /the component app/ }],
    },
    {
      name: "at the top",
      stack: [...parts, atRoot, serviceIn(atRoot, { parent: network })],
      findings: [{ resource: "group", message: /the component net,/ }],
    },
  ],
});

it("comes to an end where parents go round in a circle", () => {
  const recorded = build([app, network, vpc, loose, serviceIn(loose, { parent: app })], "preview");
  const [one, other] = recorded.resources;
  Object.assign(one ?? {}, { parent: other?.urn });
  const { results, crash } = checkStack(rule, Stack.from(recorded), {
    contract: {},
    contractProblems: [],
    day: "2026-11-22",
    project: { name: "shop", stack: "dev", config: new Map(), deploying: false, hasConfiguration: true },
  });
  expect(crash).toBeUndefined();
  expect(results.map(({ name }) => name)).toEqual(["group"]);
});
