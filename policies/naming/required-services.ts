import { SERVICES } from "../../contract/services";
import { anyOf } from "../../stack/certainty";
import type { Stack } from "../../stack/stack";
import { UNKNOWN } from "../../stack/value";
import { defineRule } from "../rule";

const DATABASES = ["aws:rds/instance:Instance", "aws:rds/cluster:Cluster"];

export default defineRule({
  id: "required-services",
  category: "naming",
  description: "The stack has the AWS services of the contract",
  severity: "high",
  level: "contract",
  contractKeys: ["services"],
  failures: ["F4", "P11", "P12", "P13", "B4", "B6", "B7"],
  why: "A program that leaves out a service it was asked for deploys without a complaint, and does half of its work.",
  fix: {
    typescript: 'const orders = new aws.kinesis.Stream("orders", { shardCount: 1, encryptionType: "KMS" });',
    python: 'orders = aws.kinesis.Stream("orders", shard_count=1, encryption_type="KMS")',
    yaml:
      "resources:\n  orders:\n    type: aws:kinesis:Stream\n    properties:\n      shardCount: 1\n" +
      "      encryptionType: KMS",
  },
  limits:
    "Whether the services are used. A resource that is only read (get) counts, and so does a database password that " +
    "RDS keeps in Secrets Manager. Resources of other packages than @pulumi/aws do not count.",
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
          message: `the contract asks for ${service}, and the stack has none; add ${types.map(className).join(" or ")}.`,
        });
      }
    }
  },
});

/** True when RDS keeps a database's password in Secrets Manager by itself. */
function managedPasswords(stack: Stack) {
  return anyOf(stack.ofType(...DATABASES).map((database) => database.bool("manageMasterUserPassword") ?? false));
}

/** `aws.kinesis.Stream` for `aws:kinesis/stream:Stream`. */
function className(type: string): string {
  return type.replace(/^aws:([^/]+)\/[^:]+:/, "aws.$1.");
}
