import { daysBetween, databaseSecrets, rotationsOf, type Rotation } from "../../src/aws/identity/secret-rotation";
import { UNKNOWN } from "../../src/graph/value";
import { defineRule, type Context } from "../../src/rules/rule";

const DAYS = 30;

export default defineRule({
  id: "secret-rotation",
  category: "secrets",
  description: "Secrets with database credentials must rotate",
  severity: "medium",
  level: "advisory-unless-required",
  contractKeys: ["secretRotationDays"],
  failures: ["F8", "P7", "B4"],
  why:
    "A password that never changes stays valid for everyone who ever had it. Rotation is a resource of its own: a secret " +
    "without one keeps its first value for as long as it exists.",
  fix: {
    typescript: `new aws.secretsmanager.SecretRotation("db", {
  secretId: secret.id,
  rotationLambdaArn: rotate.arn,
  rotationRules: { automaticallyAfterDays: 30 },
});`,
    python: `aws.secretsmanager.SecretRotation("db",
    secret_id=secret.id,
    rotation_lambda_arn=rotate.arn,
    rotation_rules={"automatically_after_days": 30})`,
    yaml: `resources:
  db:
    type: aws:secretsmanager:SecretRotation
    properties:
      secretId: \${secret.id}
      rotationLambdaArn: \${rotate.arn}
      rotationRules:
        automaticallyAfterDays: 30`,
  },
  limits:
    "Secrets that nothing in the stack relates to a database; a name alone does not. Those that RDS manages rotate by " +
    "themselves. In a cron schedule, only days and weeks are understood.",
  references: ["https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets.html"],
  stack(stack, context) {
    const longest = context.contract.secretRotationDays ?? DAYS;
    const secrets = databaseSecrets(stack);
    const rotations = rotationsOf(stack);
    const rotated = new Set(rotations.flatMap((rotation) => rotation.secrets));
    const mayBeForAny = rotations.some((rotation) => rotation.mayBeForAny);
    for (const { secret, restsOnComputedText } of secrets) {
      if (rotated.has(secret)) {
        continue;
      }
      context.decide(mayBeForAny ? UNKNOWN : false, {
        at: secret,
        message:
          "The secret holds the credentials of a database and never rotates. Add an aws.secretsmanager.SecretRotation with " +
          `\`rotationRules: { automaticallyAfterDays: ${String(longest)} }\`, or let RDS manage the password ` +
          "(`manageMasterUserPassword: true`).",
        restsOnComputedText,
      });
    }
    const ofDatabases = new Set(secrets.map(({ secret }) => secret));
    for (const rotation of rotations) {
      const isOfDatabase = rotation.isOfDatabase || rotation.secrets.some((secret) => ofDatabases.has(secret));
      if (isOfDatabase && !rotation.resource.external) {
        checkRotation(rotation, longest, context);
      }
    }
  },
});

function checkRotation({ resource }: Rotation, longest: number, { decide }: Context): void {
  const days = daysBetween(resource);
  const isUnknown = days === UNKNOWN || days === undefined;
  decide(isUnknown ? UNKNOWN : days > 0 && days <= longest, {
    at: resource,
    property: days === 0 ? "rotationEnabled" : "rotationRules",
    message:
      `The credentials of a database ${days === 0 ? "do not rotate" : `rotate only every ${String(days)} days`}, but they ` +
      `must rotate at least every ${String(longest)} days. Set \`rotationRules: { automaticallyAfterDays: ${String(longest)} }\`.`,
  });
}
