import rule from "../../../policies/observability/rds-enhanced-monitoring";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";
import { underContract } from "../../kit/under-contract";

const instance = (inputs: Record<string, Input> = {}): BuiltResource =>
  resource("aws:rds/instance:Instance", "orders", { engine: "postgres", ...inputs });
const cluster = (inputs: Record<string, Input> = {}): BuiltResource =>
  resource("aws:rds/cluster:Cluster", "cluster", { engine: "aurora-mysql", ...inputs });
const member = (of: Input, inputs: Record<string, Input> = {}): BuiltResource =>
  resource("aws:rds/clusterInstance:ClusterInstance", "member", { clusterIdentifier: of, ...inputs });

const monitored = cluster({ monitoringInterval: 30 });
const plain = cluster();

ruleTest(
  rule,
  underContract(
    { frameworks: ["AWS FSBP"] },
    {
      valid: [
        { name: "every minute", stack: [instance({ monitoringInterval: 60 })] },
        { name: "an instance that takes it from its cluster", stack: [monitored, member(monitored.id)] },
        {
          name: "an instance with an interval of its own",
          stack: [plain, member(plain.id, { monitoringInterval: 15 })],
        },
        { name: "an Aurora cluster without instances", stack: [plain] },
      ],
      invalid: [
        {
          name: "not set",
          stack: [instance()],
          findings: [{ resource: "orders", path: "monitoringInterval", message: /AmazonRDSEnhancedMonitoringRole/ }],
        },
        {
          name: "switched off",
          stack: [instance({ monitoringInterval: 0 })],
          findings: [{ resource: "orders", path: "monitoringInterval" }],
        },
        {
          name: "neither instance nor cluster",
          stack: [plain, member(plain.id)],
          findings: [{ resource: "member", path: "monitoringInterval" }],
        },
        {
          name: "a Multi-AZ cluster",
          stack: [cluster({ engine: "postgres", dbClusterInstanceClass: "db.m6gd.large" })],
          findings: [{ resource: "cluster", path: "monitoringInterval" }],
        },
      ],
      undecided: [
        { name: "the interval", stack: [instance({ monitoringInterval: unknown })], at: ["orders.monitoringInterval"] },
        { name: "a cluster of another stack", stack: [member("shared")], at: ["member.monitoringInterval"] },
      ],
    },
  ),
);
