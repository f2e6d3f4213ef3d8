import rule from "../../../policies/database/rds-instance-class";
import type { Contract } from "../../../contract/schema";
import { checkResource } from "../../../policies/run";
import { Stack } from "../../../stack/stack";
import { ruleTest } from "../../../testing/rule-test";
import { build, resource, unknown } from "../../../testing/stack";

const INSTANCE = "aws:rds/instance:Instance";
const member = (instanceClass: string) =>
  resource("aws:rds/clusterInstance:ClusterInstance", "orders-0", { engine: "aurora-mysql", instanceClass });
const wanted: Contract = { databaseInstanceClass: "db.r6g.large" };
const production: Contract = { environment: "production" };

ruleTest(rule, {
  valid: [
    { name: "a burstable class outside production", stack: [member("db.t3.medium")] },
    {
      name: "a burstable class, where the contract says it is no production",
      contract: { environment: "nonprod" },
      stack: [member("db.t3.medium")],
    },
    { name: "the class of the contract", contract: wanted, stack: [member("db.r6g.large")] },
    {
      name: "the class of the contract, burstable in production",
      contract: { ...production, databaseInstanceClass: "db.t4g.large" },
      stack: [member("db.t4g.large")],
    },
    {
      name: "another class in production",
      contract: production,
      stack: [member("db.r6g.large"), resource(INSTANCE, "db", { instanceClass: "db.m7g.large" })],
    },
    { name: "Aurora Serverless v2 in production", contract: production, stack: [member("db.serverless")] },
    {
      name: "an Aurora cluster, whose instances have the class",
      contract: { ...wanted, ...production },
      stack: [resource("aws:rds/cluster:Cluster", "orders", { engine: "aurora-mysql" })],
    },
    {
      name: "an instance that the stack only reads",
      contract: wanted,
      stack: [resource(INSTANCE, "shared", { instanceClass: "db.t3.micro" }, { external: true })],
    },
    {
      name: "a class that is not known yet outside production",
      stack: [resource(INSTANCE, "db", { instanceClass: unknown })],
    },
  ],
  invalid: [
    {
      name: "another class than the contract's",
      contract: wanted,
      stack: [member("db.t3.medium"), resource(INSTANCE, "db", { instanceClass: "db.r6g.xlarge" })],
      findings: [
        {
          resource: "orders-0",
          path: "instanceClass",
          level: "mandatory",
          message: /db\.t3\.medium.*instanceClass: "db\.r6g\.large"/,
        },
        { resource: "db", path: "instanceClass", level: "mandatory" },
      ],
    },
    {
      name: "another class of a Multi-AZ DB cluster",
      contract: wanted,
      stack: [
        resource("aws:rds/cluster:Cluster", "orders", { engine: "mysql", dbClusterInstanceClass: "db.m6gd.large" }),
      ],
      findings: [{ resource: "orders", path: "dbClusterInstanceClass", level: "mandatory" }],
    },
    {
      name: "burstable classes in production",
      contract: production,
      stack: [
        member("db.t3.medium"),
        resource(INSTANCE, "a", { instanceClass: "db.t4g.large" }),
        resource(INSTANCE, "b", { instanceClass: "db.t2.micro" }),
      ],
      findings: [
        { resource: "orders-0", path: "instanceClass", level: "mandatory", message: /burstable/ },
        { resource: "a", path: "instanceClass", level: "mandatory" },
        { resource: "b", path: "instanceClass", level: "mandatory" },
      ],
    },
  ],
  undecided: [
    {
      name: "a class that is not known yet",
      contract: wanted,
      stack: [resource(INSTANCE, "db", { instanceClass: unknown })],
      at: ["db.instanceClass"],
    },
  ],
});

describe("rds-instance-class without the environment in the contract", () => {
  const levelsIn = (stackName: string, contract: Contract = {}): string[] => {
    const [database] = Stack.from(build([member("db.t3.medium")], "preview")).resources;
    const project = { name: "shop", stack: stackName, config: new Map<string, string>(), deploying: false };
    const circumstances = { contract, contractProblems: [], day: "2026-11-22", project };
    return database ? checkResource(rule, database, circumstances).results.map(({ level }) => level) : [];
  };

  it("goes by the name of the stack, and only advises", () => {
    expect(levelsIn("production")).toEqual(["advisory"]);
    expect(levelsIn("Prod")).toEqual(["advisory"]);
    expect(levelsIn("preprod")).toEqual([]);
    expect(levelsIn("prod", { environment: "staging" })).toEqual([]);
  });
});
