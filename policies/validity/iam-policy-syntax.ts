import { documentsOf, DOCUMENT_TYPES } from "../../stack/iam-documents";
import { grammarFault } from "../../stack/iam-grammar";
import { UNKNOWN } from "../../stack/value";
import { defineRule } from "../rule";

export default defineRule({
  id: "iam-policy-syntax",
  category: "validity",
  description: "IAM documents are JSON and keep to the grammar of policies",
  severity: "high",
  level: "mandatory",
  failures: [],
  why:
    "AWS reads a policy when it is given one, and refuses what is not JSON or has a statement without the parts that " +
    "its kind needs. Nothing before that looks at the text, so it fails in the middle of the deployment.",
  fix: {
    typescript:
      "policy: pulumi.jsonStringify({\n" +
      '  Version: "2012-10-17",\n' +
      '  Statement: [{ Effect: "Allow", Action: "s3:GetObject", Resource: pulumi.interpolate`${bucket.arn}/*` }],\n}),',
    python:
      "policy=pulumi.Output.json_dumps({\n" +
      '    "Version": "2012-10-17",\n' +
      '    "Statement": [{"Effect": "Allow", "Action": "s3:GetObject",\n' +
      '                   "Resource": bucket.arn.apply(lambda arn: f"{arn}/*")}],\n}),',
    yaml:
      'policy:\n  fn::toJSON:\n    Version: "2012-10-17"\n    Statement:\n      - Effect: Allow\n' +
      "        Action: s3:GetObject\n        Resource: ${bucket.arn}/*",
  },
  limits:
    "The first fault of each document. Not whether actions, condition operators and keys exist, nor documents that are " +
    "not known yet, policies of Organizations and IoT, and element names that only differ in case. Elements that the language does " +
    "not have stop nothing in the policies of resources other than buckets.",
  resource: {
    types: DOCUMENT_TYPES,
    check(owner, { report, undecided }) {
      for (const document of documentsOf(owner)) {
        const fault = grammarFault(document);
        if (fault === UNKNOWN) {
          undecided(document.view);
        } else if (fault) {
          const { at, property, message, answer, isSure } = fault;
          report({
            at,
            message,
            ...(property !== undefined && { property }),
            ...(answer !== undefined && { answer }),
            ...(isSure === false && { level: "advisory" }),
          });
        }
      }
    },
  },
});
