import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "appsync-api-key",
  category: "identity",
  description: "GraphQL APIs must not authenticate with API keys",
  severity: "high",
  level: "only-if-required",
  why:
    "An API key is the same for all clients, is in every copy of an application, and shows neither who calls " +
    "nor what they may do.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/appsync-controls.html"],
  requirement: [
    {
      types: ["aws:appsync/graphQLApi:GraphQLApi"],
      property: "authenticationType",
      must: { isNot: "API_KEY" },
      correct: "AWS_IAM",
      consequence: "Everyone with the key can call the API.",
      instead: 'Set `authenticationType: "AWS_IAM"`, or use a user pool.',
    },
    {
      types: ["aws:appsync/graphQLApi:GraphQLApi"],
      property: "additionalAuthenticationProviders[].authenticationType",
      must: { isNot: "API_KEY" },
      correct: "AWS_IAM",
      consequence: "Everyone with the key can call what this provider allows.",
      instead: "Remove this provider.",
    },
  ],
});
