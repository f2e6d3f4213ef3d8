import { daysBetween, databaseSecrets, rotationsOf } from "../../stack/secret-rotation";
import { UNKNOWN } from "../../stack/value";
import { defineRule } from "../rule";

const DAYS = 30;

export default defineRule({
  id: "secret-rotation",
  category: "secrets",
  description: "Secrets with database credentials rotate",
  severity: "medium",
  level: "raised-by-contract",
  contractKeys: ["secretRotationDays"],
  failures: ["F8", "P7", "B4"],
  controls: [
    { framework: "AWS FSBP", reference: "SecretsManager.1" },
    { framework: "PCI DSS 4.0.1", reference: "8.6.3" },
    { framework: "PCI DSS 4.0.1", reference: "8.3.9" },
  ],
  why:
    "A password that never changes stays valid for whoever once got hold of it. Rotation is a resource of its own: a " +
    "secret without one keeps its first value for ever.",
  fix: {
    typescript:
      'new aws.secretsmanager.SecretRotation("db", {\n  secretId: secret.id,\n  rotationLambdaArn: rotate.arn,\n' +
      "  rotationRules: { automaticallyAfterDays: 30 },\n});",
    python:
      'aws.secretsmanager.SecretRotation("db",\n    secret_id=secret.id,\n    rotation_lambda_arn=rotate.arn,\n' +
      '    rotation_rules={"automatically_after_days": 30})',
    yaml:
      "resources:\n  db:\n    type: aws:secretsmanager:SecretRotation\n    properties:\n" +
      "      secretId: ${secret.id}\n      rotationLambdaArn: ${rotate.arn}\n      rotationRules:\n" +
      "        automaticallyAfterDays: 30",
  },
  limits:
    "Secrets that nothing in the stack shows to be a database's: a name alone does not. Those that RDS keeps itself " +
    "rotate by themselves. Of a cron schedule, only days and weeks are understood.",
  stack(stack, { contract, report, undecided }) {
    const most = contract.secretRotationDays ?? DAYS;
    const secrets = databaseSecrets(stack);
    const rotations = rotationsOf(stack);
    for (const { secret, isToldByComputedText } of secrets) {
      if (rotations.some((rotation) => rotation.secrets.includes(secret))) {
        continue;
      }
      if (rotations.some(({ isUnplaced }) => isUnplaced)) {
        undecided(secret);
      } else {
        report({
          at: secret,
          message:
            "the secret holds the credentials of a database and never rotates; add an aws.secretsmanager.SecretRotation " +
            `with rotationRules: { automaticallyAfterDays: ${String(most)} }, or let RDS keep it ` +
            "(manageMasterUserPassword: true).",
          restsOnComputedText: isToldByComputedText,
        });
      }
    }
    for (const { resource: rotation, secrets: rotated, isOfDatabase } of rotations) {
      if (rotation.outside || !(isOfDatabase || secrets.some(({ secret }) => rotated.includes(secret)))) {
        continue;
      }
      const days = daysBetween(rotation);
      if (days === UNKNOWN || days === undefined) {
        undecided(rotation, "rotationRules");
      } else if (days === 0 || days > most) {
        report({
          at: rotation,
          property: days === 0 ? "rotationEnabled" : "rotationRules",
          message:
            `the credentials of a database ${days === 0 ? "do not rotate" : `rotate every ${String(days)} days only`}, ` +
            `and at least every ${String(most)} days is wanted; ` +
            `set rotationRules: { automaticallyAfterDays: ${String(most)} }.`,
        });
      }
    }
  },
});
