import rule from "../../../policies/validity/elasticache-failover";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type Input } from "../../../src/testing/stack";

const GROUP = "aws:elasticache/replicationGroup:ReplicationGroup";
const group = (inputs: Record<string, Input>) => resource(GROUP, "cache", { description: "cache", ...inputs });
const nodes = { resource: "cache", path: "numCacheClusters", stays: true as const };

ruleTest(rule, {
  valid: [
    {
      name: "two nodes",
      stack: [group({ automaticFailoverEnabled: true, multiAzEnabled: true, numCacheClusters: 2 })],
    },
    { name: "one node without failover", stack: [group({ numCacheClusters: 1 })] },
    { name: "one node and failover off", stack: [group({ automaticFailoverEnabled: false, multiAzEnabled: false })] },
    {
      name: "one shard without replicas, which may be in cluster mode",
      stack: [group({ automaticFailoverEnabled: true, numNodeGroups: 1, replicasPerNodeGroup: 0 })],
    },
    {
      name: "shards with replicas",
      stack: [
        group({ automaticFailoverEnabled: true, multiAzEnabled: true, numNodeGroups: 2, replicasPerNodeGroup: 1 }),
      ],
    },
    { name: "cluster mode", stack: [group({ automaticFailoverEnabled: true, clusterMode: "enabled" })] },
    {
      name: "a parameter group that may switch shards on",
      stack: [
        group({ automaticFailoverEnabled: true, parameterGroupName: "default.redis7.cluster.on" }),
        resource(GROUP, "b", { automaticFailoverEnabled: true, parameterGroupName: "mine" }),
        resource(GROUP, "c", { automaticFailoverEnabled: true, parameterGroupName: unknown }),
      ],
    },
    { name: "a snapshot", stack: [group({ automaticFailoverEnabled: true, snapshotName: "before" })] },
    {
      name: "a secondary of a global datastore",
      stack: [group({ automaticFailoverEnabled: true, globalReplicationGroupId: "orders" })],
    },
    {
      name: "a group that the stack only reads",
      stack: [resource(GROUP, "cache", { automaticFailoverEnabled: true }, { external: true })],
    },
    { name: "a single cache", stack: [resource("aws:elasticache/cluster:Cluster", "cache", { numCacheNodes: 1 })] },
  ],
  invalid: [
    {
      name: "failover where cluster mode is switched off",
      stack: [group({ automaticFailoverEnabled: true, clusterMode: "disabled" })],
      findings: [nodes],
    },
    {
      name: "Multi-AZ alone with one node",
      stack: [group({ multiAzEnabled: true, numCacheClusters: 1 })],
      findings: [
        {
          ...nodes,
          message: /`multiAzEnabled: true` and 1 node,.*switch `automaticFailoverEnabled` and `multiAzEnabled` off\.$/,
        },
      ],
    },
    {
      name: "failover with one node",
      stack: [group({ automaticFailoverEnabled: true, numCacheClusters: 1 })],
      findings: [{ ...nodes, message: /`automaticFailoverEnabled: true` and 1 node,.*at least 2 cache clusters/ }],
    },
    {
      name: "a parameter group without shards",
      stack: [group({ automaticFailoverEnabled: true, parameterGroupName: "default.redis7" })],
      findings: [nodes],
    },
    {
      name: "failover with the number of nodes left out",
      stack: [group({ automaticFailoverEnabled: true, multiAzEnabled: true })],
      findings: [nodes],
    },
    {
      name: "Multi-AZ with one node",
      stack: [group({ multiAzEnabled: true, numCacheClusters: 1 })],
      findings: [nodes],
    },
    {
      name: "Multi-AZ without failover",
      stack: [group({ multiAzEnabled: true, numCacheClusters: 2 })],
      findings: [{ resource: "cache", path: "automaticFailoverEnabled" }],
    },
    {
      name: "Multi-AZ with failover off",
      stack: [group({ multiAzEnabled: true, automaticFailoverEnabled: false, numCacheClusters: 3 })],
      findings: [{ resource: "cache", path: "automaticFailoverEnabled" }],
      fixed: { cache: { automaticFailoverEnabled: true } },
    },
    {
      name: "Multi-AZ without failover and replicas",
      stack: [group({ multiAzEnabled: true, numNodeGroups: 3, replicasPerNodeGroup: 0 })],
      findings: [{ resource: "cache", path: "automaticFailoverEnabled", stays: true }],
    },
    {
      name: "Multi-AZ with shards that have no replicas",
      stack: [
        group({ automaticFailoverEnabled: true, multiAzEnabled: true, numNodeGroups: 3, replicasPerNodeGroup: 0 }),
      ],
      findings: [{ resource: "cache", path: "replicasPerNodeGroup", stays: true }],
    },
    {
      name: "no node at all",
      stack: [group({ automaticFailoverEnabled: true, numCacheClusters: 0 })],
      findings: [nodes],
    },
  ],
  undecided: [
    {
      name: "a number that is not known yet",
      stack: [group({ automaticFailoverEnabled: true, numCacheClusters: unknown })],
      at: ["cache.numCacheClusters"],
    },
    {
      name: "failover that is not known yet",
      stack: [group({ automaticFailoverEnabled: unknown })],
      at: ["cache.automaticFailoverEnabled"],
    },
    {
      name: "Multi-AZ that is not known yet",
      stack: [group({ multiAzEnabled: unknown })],
      at: ["cache.multiAzEnabled"],
    },
  ],
});
