import { SERVICES } from "../../src/contract/services";
import { anyOf } from "../../src/graph/certainty";
import type { Stack } from "../../src/graph/stack";
import { UNKNOWN } from "../../src/graph/value";
import { defineRule } from "../../src/rules/rule";

const DATABASES = ["aws:rds/instance:Instance", "aws:rds/cluster:Cluster"];

export default defineRule({
  id: "required-services",
  category: "naming",
  description: "The stack must have the AWS services of the contract",
  severity: "high",
  level: "only-if-required",
  contractKeys: ["services"],
  failures: ["F4", "P11", "P12", "P13", "B4", "B6", "B7"],
  why: "A program without a required service deploys without an error, and does half of its work.",
  fix: {
    typescript: `const orders = new aws.kinesis.Stream("orders", { shardCount: 1, encryptionType: "KMS" });`,
    python: `orders = aws.kinesis.Stream("orders", shard_count=1, encryption_type="KMS")`,
    yaml: `resources:
  orders:
    type: aws:kinesis:Stream
    properties:
      shardCount: 1
      encryptionType: KMS`,
  },
  limits:
    "Whether the services are used. A resource that is only read (get) counts, and so does a database password that RDS " +
    "keeps in Secrets Manager. Resources of packages other than @pulumi/aws do not count.",
  stack(stack, { contract, report, undecided }) {
    for (const service of contract.services ?? []) {
      const types: readonly string[] = SERVICES[service];
      if (stack.ofType(...types).length > 0) {
        continue;
      }
      const managed = service === "secretsmanager" ? managedPasswords(stack) : false;
      if (managed === UNKNOWN) {
        stack.ofType(...DATABASES).forEach((database) => {
          undecided(database, "manageMasterUserPassword");
        });
      } else if (!managed) {
        report({
          at: stack.root,
          message: `The contract requires the service "${service}", and the stack has none. Add ${types.map(className).join(" or ")}.`,
        });
      }
    }
  },
});

/** Whether RDS keeps the password of a database in Secrets Manager itself. */
function managedPasswords(stack: Stack) {
  return anyOf(stack.ofType(...DATABASES).map((database) => database.bool("manageMasterUserPassword") ?? false));
}

/** `aws.kinesis.Stream` for `aws:kinesis/stream:Stream`. */
function className(type: string): string {
  return type.replace(/^aws:([^/]+)\/[^:]+:/, "aws.$1.");
}
