import rule from "../../../policies/database/recovery-time";
import type { Contract } from "../../../src/contract/contract";
import { resource, ruleTest, unknown, type BuiltResource, type Input } from "../../../src/testing";

const promise = (recoveryTime: string): Contract => ({ recoveryTime });
const instance = (more: Record<string, Input> = {}): BuiltResource =>
  resource("aws:rds/instance:Instance", "ledger", { engine: "postgres", ...more });
const cluster = resource("aws:rds/cluster:Cluster", "shop", { engine: "aurora-mysql" });
const member = (name: string): BuiltResource =>
  resource("aws:rds/clusterInstance:ClusterInstance", name, {
    engine: "aurora-mysql",
    instanceClass: "db.r6g.large",
    clusterIdentifier: cluster.id,
  });

ruleTest(rule, {
  valid: [
    { name: "no contract", stack: [instance()] },
    { name: "a standby", contract: promise("2m"), stack: [instance({ multiAz: true })] },
    { name: "time for a restore", contract: promise("4h"), stack: [instance()] },
    {
      name: "a replica",
      contract: promise("15m"),
      stack: [
        instance(),
        resource("aws:rds/instance:Instance", "reader", { replicateSourceDb: instance().identifier }),
      ],
    },
    { name: "two instances of Aurora", contract: promise("1m"), stack: [cluster, member("a"), member("b")] },
    { name: "time for a new instance", contract: promise("15m"), stack: [cluster, member("a")] },
  ],
  invalid: [
    {
      name: "one zone",
      contract: promise("15m"),
      stack: [instance()],
      findings: [{ resource: "ledger", path: "multiAz", level: "mandatory", message: /in one zone.*promises 15m/ }],
    },
    {
      name: "a promise that a failover cannot keep",
      contract: promise("1m"),
      stack: [instance({ multiAz: true })],
      findings: [{ resource: "ledger", path: "multiAz", level: "mandatory", message: /one to two minutes/ }],
    },
    {
      name: "one instance of Aurora",
      contract: promise("5m"),
      stack: [cluster, member("a")],
      findings: [{ resource: "shop", level: "mandatory", message: /one instance/ }],
    },
  ],
  undecided: [
    {
      name: "zones that are not known yet",
      contract: promise("15m"),
      stack: [instance({ multiAz: unknown })],
      at: ["ledger.multiAz"],
    },
  ],
});
