import { namesAction, type Statement } from "../../src/aws/identity/iam";
import { isEveryResource } from "../../src/aws/identity/iam-actions";
import { allOf, anyOf } from "../../src/graph/certainty";
import { known } from "../../src/graph/value";
import { statementChecks } from "../../src/rules/identity-statements";
import { defineRule, type Context } from "../../src/rules/rule";

const ACTIONS = ["kms:Decrypt", "kms:ReEncryptFrom"];

/** True for every resource, and for every key of an account. */
const isEveryKey = (pattern: string): boolean =>
  isEveryResource(pattern) || /^arn:[^:]*:kms:.*:(?:key\/)?\*$/.test(pattern);

function checkStatement(statement: Statement, { report, undecided }: Context): void {
  const { view, effect, actions, resources, isComputed } = statement;
  const isForAllKeys = !resources.except && resources.patterns.some((pattern) => known(pattern) && isEveryKey(pattern));
  if (effect === "Deny" || actions.except || !isForAllKeys) {
    return;
  }
  const decrypts = allOf([
    effect === "Allow" || effect,
    anyOf(ACTIONS.map((action) => namesAction(statement, action))),
  ]);
  if (decrypts === true) {
    report({
      at: view,
      property: "Resource",
      restsOnComputedText: isComputed,
      message:
        "The statement allows decryption with every key of the account, so keys separate nothing from its holder. " +
        'Name in "Resource" the keys that are used.',
    });
  } else if (decrypts !== false) {
    undecided(view);
  }
}

export default defineRule({
  id: "iam-decrypt-all-keys",
  category: "identity",
  description: "Policies must name the keys that they allow decryption with",
  severity: "medium",
  level: "only-if-required",
  supersedes: ["iam-wildcard-resource"],
  why:
    "Keys keep data apart: who may not use the key cannot read what it encrypts, even with access to the bucket. A policy " +
    "that allows decryption with every key takes that away, also for keys that do not exist yet.",
  fix: {
    typescript: `policy: pulumi.jsonStringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "kms:Decrypt", Resource: key.arn }],
}),`,
    python: `policy=pulumi.Output.json_dumps({
    "Version": "2012-10-17",
    "Statement": [{"Effect": "Allow", "Action": "kms:Decrypt", "Resource": key.arn}],
}),`,
    yaml: `policy:
  fn::toJSON:
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: kms:Decrypt
        Resource: \${key.arn}`,
  },
  limits:
    "Statements with NotAction or NotResource; conditions do not count. Policies that are only used as permissions " +
    "boundaries.",
  references: [
    "https://docs.aws.amazon.com/kms/latest/developerguide/iam-policies-best-practices.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/kms-controls.html",
  ],
  ...statementChecks(checkStatement),
});
