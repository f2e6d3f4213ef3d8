import rule from "../../../policies/database/rds-not-public";
import { ruleTest } from "../../../testing/rule-test";
import { resource, unknown } from "../../../testing/stack";

const INSTANCE = "aws:rds/instance:Instance";
const CLUSTER_INSTANCE = "aws:rds/clusterInstance:ClusterInstance";

ruleTest(rule, {
  valid: [
    { name: "private, said so", stack: [resource(INSTANCE, "db", { publiclyAccessible: false })] },
    { name: "private by default", stack: [resource(INSTANCE, "db"), resource(CLUSTER_INSTANCE, "member")] },
    { name: "false as text", stack: [resource(CLUSTER_INSTANCE, "member", { publiclyAccessible: "false" })] },
    {
      name: "an instance that the stack only reads",
      stack: [resource(INSTANCE, "shared", { publiclyAccessible: true }, { external: true })],
    },
  ],
  invalid: [
    {
      name: "a public instance and a public member of a cluster",
      stack: [
        resource(INSTANCE, "db", { publiclyAccessible: true }),
        resource(CLUSTER_INSTANCE, "member", { publiclyAccessible: true }),
      ],
      findings: [
        { resource: "db", path: "publiclyAccessible", message: /publiclyAccessible: false/ },
        { resource: "member", path: "publiclyAccessible" },
      ],
      mended: { db: { publiclyAccessible: false }, member: { publiclyAccessible: false } },
    },
    {
      name: "a public replica inside a component",
      stack: [
        resource(
          INSTANCE,
          "replica",
          { replicateSourceDb: "db", publiclyAccessible: true },
          { parent: resource("shop:index:Database", "database") },
        ),
      ],
      findings: [{ resource: "replica", path: "publiclyAccessible" }],
    },
  ],
  undecided: [
    {
      name: "a value that is not known yet",
      stack: [resource(INSTANCE, "db", { publiclyAccessible: unknown })],
      at: ["db.publiclyAccessible"],
    },
  ],
});
