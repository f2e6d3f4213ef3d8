import rule from "../../../policies/database/rds-instance-class";
import type { Contract } from "../../../src/contract/schema";
import { checkResource } from "../../../src/rules/run";
import { Stack } from "../../../src/graph/stack";
import { ruleTest } from "../../../src/testing/rule-test";
import { build, resource, unknown } from "../../../src/testing/stack";

const INSTANCE = "aws:rds/instance:Instance";
const member = (instanceClass: string) =>
  resource("aws:rds/clusterInstance:ClusterInstance", "orders-0", { engine: "aurora-mysql", instanceClass });
const required: Contract = { databaseInstanceClass: "db.r6g.large" };
const production: Contract = { environment: "production" };

ruleTest(rule, {
  valid: [
    { name: "a burstable class outside production", stack: [member("db.t3.medium")] },
    {
      name: "a burstable class, where the contract sets another environment",
      contract: { environment: "nonprod" },
      stack: [member("db.t3.medium")],
    },
    { name: "the class of the contract", contract: required, stack: [member("db.r6g.large")] },
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
      contract: { ...required, ...production },
      stack: [resource("aws:rds/cluster:Cluster", "orders", { engine: "aurora-mysql" })],
    },
    {
      name: "an instance that the stack only reads",
      contract: required,
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
      contract: required,
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
      contract: required,
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
      contract: required,
      stack: [resource(INSTANCE, "db", { instanceClass: unknown })],
      at: ["db.instanceClass"],
    },
  ],
});

describe("rds-instance-class without an environment in the contract", () => {
  const levelsIn = (stackName: string, contract: Contract = {}): string[] => {
    const [database] = Stack.from(build([member("db.t3.medium")], "preview")).resources;
    const project = {
      name: "shop",
      stack: stackName,
      config: new Map<string, string>(),
      deploying: false,
      hasConfiguration: true,
    };
    const context = { contract, contractProblems: [], day: "2026-11-22", project };
    return database ? checkResource(rule, database, context).results.map(({ level }) => level) : [];
  };

  it("treats a stack called production as production, and only advises", () => {
    expect(levelsIn("production")).toEqual(["advisory"]);
    expect(levelsIn("Prod")).toEqual(["advisory"]);
    expect(levelsIn("preprod")).toEqual([]);
    expect(levelsIn("prod", { environment: "staging" })).toEqual([]);
  });
});
