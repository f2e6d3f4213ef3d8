import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "lambda-function-url-public",
  category: "functions",
  description: "Function URLs must authenticate their callers",
  severity: "high",
  level: "mandatory",
  basis: "public",
  failures: [],
  why:
    "A function URL without authentication runs the function for everyone on the internet who finds its address: they read " +
    "what it returns, and you pay for each call.",
  fix: {
    typescript: `authorizationType: "AWS_IAM",`,
    python: `authorization_type="AWS_IAM",`,
    yaml: `authorizationType: AWS_IAM`,
  },
  limits:
    "What the function itself checks, such as the signature of a webhook: exempt such a function, with the reason.",
  references: ["https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html"],
  requirement: {
    types: ["aws:lambda/functionUrl:FunctionUrl"],
    property: "authorizationType",
    must: { isNot: "NONE" },
    consequence: "Everyone on the internet can invoke the function.",
    instead: 'Set `authorizationType: "AWS_IAM"`, or put an API with an authorizer in front of the function.',
  },
});
