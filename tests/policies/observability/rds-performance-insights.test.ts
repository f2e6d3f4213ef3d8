import rule from "../../../policies/observability/rds-performance-insights";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";
import { underContract } from "../../kit/under-contract";

const PATH = "performanceInsightsEnabled";
const instance = (inputs: Record<string, Input> = {}): BuiltResource =>
  resource("aws:rds/instance:Instance", "orders", { engine: "postgres", ...inputs });
const cluster = (inputs: Record<string, Input> = {}): BuiltResource =>
  resource("aws:rds/cluster:Cluster", "cluster", { engine: "aurora-mysql", ...inputs });
const member = (of: Input, inputs: Record<string, Input> = {}): BuiltResource =>
  resource("aws:rds/clusterInstance:ClusterInstance", "member", { clusterIdentifier: of, ...inputs });

const watched = cluster({ databaseInsightsMode: "advanced", performanceInsightsEnabled: true });
const plain = cluster();

ruleTest(
  rule,
  underContract(
    { databaseMonitoring: { insights: true } },
    {
      valid: [
        { name: "an instance with it", stack: [instance({ [PATH]: true })] },
        { name: "an instance in the advanced mode", stack: [instance({ databaseInsightsMode: "advanced" })] },
        { name: "an instance that takes it from its cluster", stack: [watched, member(watched.id)] },
        { name: "an instance with its own", stack: [plain, member(plain.id, { [PATH]: true })] },
        { name: "an Aurora cluster without instances", stack: [plain] },
      ],
      invalid: [
        { name: "not set", stack: [instance()], findings: [{ resource: "orders", path: PATH }] },
        { name: "switched off", stack: [instance({ [PATH]: false })], findings: [{ resource: "orders", path: PATH }] },
        {
          name: "the standard mode, which says nothing of it",
          stack: [instance({ databaseInsightsMode: "standard" })],
          findings: [{ resource: "orders", path: PATH }],
        },
        {
          name: "neither instance nor cluster",
          stack: [plain, member(plain.id)],
          findings: [{ resource: "member", path: PATH }],
        },
        {
          name: "a Multi-AZ cluster",
          stack: [cluster({ engine: "postgres", dbClusterInstanceClass: "db.m6gd.large" })],
          findings: [{ resource: "cluster", path: PATH }],
        },
      ],
      undecided: [
        { name: "whether it is on", stack: [instance({ [PATH]: unknown })], at: [`orders.${PATH}`] },
        { name: "a cluster of another stack", stack: [member("shared")], at: [`member.${PATH}`] },
      ],
    },
  ),
);
