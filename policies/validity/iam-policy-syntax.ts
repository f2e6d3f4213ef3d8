import { documentsOf, DOCUMENT_TYPES } from "./iam-policy-syntax.documents";
import { violationIn } from "./iam-policy-syntax.grammar";
import { UNKNOWN } from "../../src/graph/value";
import { defineRule } from "../../src/rules/rule";

export default defineRule({
  id: "iam-policy-syntax",
  category: "validity",
  description: "IAM documents must be JSON and follow the grammar of policies",
  severity: "high",
  level: "mandatory",
  basis: "aws-rejects",
  why:
    "AWS validates a policy when it receives it, and rejects one that is not JSON or has a statement without the elements " +
    "that its kind needs. Nothing validates the string before that, so the deployment fails in the middle.",
  fix: {
    typescript: `policy: pulumi.jsonStringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "s3:GetObject", Resource: pulumi.interpolate\`\${bucket.arn}/*\` }],
}),`,
    python: `policy=pulumi.Output.json_dumps({
    "Version": "2012-10-17",
    "Statement": [{"Effect": "Allow", "Action": "s3:GetObject",
                   "Resource": bucket.arn.apply(lambda arn: f"{arn}/*")}],
}),`,
    yaml: `policy:
  fn::toJSON:
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: s3:GetObject
        Resource: \${bucket.arn}/*`,
  },
  limits:
    "Only the first violation of each document is reported. Not whether actions and condition keys exist, nor " +
    "unknown documents, policies of Organizations and IoT, and element names that differ in case only. Unknown elements are " +
    "advisory in the policies of resources other than buckets.",
  references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html"],
  resource: {
    types: DOCUMENT_TYPES,
    check(owner, { report, undecided }) {
      for (const document of documentsOf(owner)) {
        const violation = violationIn(document);
        if (violation === UNKNOWN) {
          undecided(document.view);
        } else if (violation) {
          const { awsError, ...finding } = violation;
          report({ ...finding, ...(awsError !== undefined && { awsError }) });
        }
      }
    },
  },
});
