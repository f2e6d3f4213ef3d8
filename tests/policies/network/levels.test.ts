import databaseOpen from "../../../policies/network/security-group-database-open";
import adminPort from "../../../policies/network/security-group-open-admin-port";
import type { Rule } from "../../../src/rules/rule";
import { runRule } from "../../../src/testing/rule-test";
import {
  build,
  resource,
  type BuildOptions,
  type BuiltResource,
  type Input,
  type Shape,
} from "../../../src/testing/stack";

interface Members {
  group?: BuildOptions;
  member?: BuildOptions;
}

const openGroup = (port: number, options: BuildOptions = {}): BuiltResource =>
  resource(
    "aws:ec2/securityGroup:SecurityGroup",
    "open",
    { ingress: [{ protocol: "tcp", fromPort: port, toPort: port, cidrBlocks: ["0.0.0.0/0"] }] },
    options,
  );

const RULES: [string, Rule, (members?: Members) => BuiltResource[]][] = [
  [
    "a database port",
    databaseOpen,
    ({ group = {}, member = {} } = {}) => {
      const own = openGroup(5432, group);
      const inputs: Record<string, Input> = {
        engine: "postgres",
        publiclyAccessible: true,
        vpcSecurityGroupIds: [own.id],
      };
      return [own, resource("aws:rds/instance:Instance", "orders", inputs, member)];
    },
  ],
  [
    "an administration port",
    adminPort,
    ({ group = {}, member = {} } = {}) => {
      const own = openGroup(22, group);
      return [own, resource("aws:ec2/instance:Instance", "bastion", { vpcSecurityGroupIds: [own.id] }, member)];
    },
  ],
];

describe.each(RULES)("%s that is open to the internet", (_name, rule, stack) => {
  const levels = (resources: BuiltResource[], shape: Shape = "preview"): string[] =>
    runRule(rule, { name: "" }, shape, build(resources, shape)).results.map(({ level }) => level);

  it("is mandatory in a new stack and in a deployed one, since it is public in both", () => {
    expect(levels(stack())).toEqual(["mandatory"]);
    expect(levels(stack(), "up")).toEqual(["mandatory"]);
  });

  it("is advisory where a component of a published package creates the group, classic awsx included", () => {
    for (const type of ["awsx:ec2:SecurityGroup", "awsx:x:ec2:SecurityGroup"]) {
      const component = resource(type, "shop");
      expect(levels([component, ...stack({ group: { parent: component } })])).toEqual(["advisory"]);
    }
  });

  it("is not reported with an emulated provider", () => {
    const provider = resource("pulumi:providers:aws", "local", { skipRequestingAccountId: "true", endpoints: "[{}]" });
    expect(levels([provider, ...stack({ group: { provider }, member: { provider } })])).toEqual([]);
  });

  it("is not reported of a group that a targeted operation skips", () => {
    expect(levels(stack({ group: { external: true } }))).toEqual([]);
  });

  it("is at most advisory where the operation skips what is in the group", () => {
    expect(levels(stack({ member: { external: true } }))).not.toContain("mandatory");
  });
});
