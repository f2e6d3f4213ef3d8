import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "secretsmanager-rotation-enabled",
  category: "secrets",
  description: "Secrets must rotate by themselves",
  severity: "medium",
  level: "only-if-required",
  why: "A secret that never changes stays valid for everyone who ever had it. Rotation limits how long a leaked one is of use.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/secretsmanager-controls.html"],
  requirement: {
    types: ["aws:secretsmanager/secret:Secret"],
    companions: [
      {
        types: ["aws:secretsmanager/secretRotation:SecretRotation"],
        by: "secretId",
        property: "rotationEnabled",
        must: { equals: true },
        whenAbsent: true,
      },
    ],
    consequence: "The secret never rotates.",
    instead: "Add an aws.secretsmanager.SecretRotation for it.",
    companionExample: {
      rotationLambdaArn: "arn:aws:lambda:us-east-1:464738291005:function:rotate",
      rotationRules: { automaticallyAfterDays: 30 },
    },
  },
});
