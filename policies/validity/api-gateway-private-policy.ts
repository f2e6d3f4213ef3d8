import { API_DEPLOYMENT, API_POLICY, partsOfApi, REST_API, restApisAt } from "../../stack/api-gateway";
import { makeWait, waitsForOneOf } from "../../stack/ordering";
import type { Resource } from "../../stack/resource";
import { known, UNKNOWN } from "../../stack/value";
import { defineRule } from "../rule";

const API_PUT = "aws:apigateway/restApiPut:RestApiPut";
const ANSWER = "Private REST API doesn't have a resource policy attached to it";

// What holds a policy of the API's own: the argument, or the extension for it in an OpenAPI document.
function hasOwnPolicy(api: Resource): boolean {
  const body = api.str("body");
  const inBody = body === UNKNOWN || body?.includes("x-amazon-apigateway-policy") === true;
  return inBody || (api.at("policy").value ?? "") !== "";
}

export default defineRule({
  id: "api-gateway-private-policy",
  category: "validity",
  description: "Private REST APIs have a resource policy before they are deployed",
  severity: "high",
  level: "mandatory",
  failures: [],
  why:
    "A private API admits nobody but whom its resource policy names, and API Gateway refuses to deploy one that has no " +
    "policy yet.",
  fix: {
    typescript:
      'const policy = new aws.apigateway.RestApiPolicy("private", { restApiId: api.id, policy: document });\n' +
      'new aws.apigateway.Deployment("api", { restApi: api.id }, { dependsOn: [policy, method, integration] });',
    python:
      'policy = aws.apigateway.RestApiPolicy("private", rest_api_id=api.id, policy=document)\n' +
      'aws.apigateway.Deployment("api", rest_api=api.id,\n' +
      "    opts=pulumi.ResourceOptions(depends_on=[policy, method, integration]))",
    yaml:
      "resources:\n  private:\n    type: aws:apigateway:RestApiPolicy\n    properties:\n" +
      "      restApiId: ${api.id}\n      policy: ${document.json}\n  deployment:\n" +
      "    type: aws:apigateway:Deployment\n    properties:\n      restApi: ${api.id}\n    options:\n" +
      '      dependsOn: ["${private}", "${method}", "${integration}"]',
  },
  limits:
    "What the policy allows. An API that the stack does not deploy is told without stopping anything, as its policy may " +
    "come with the deployment.",
  stack(stack, { report, undecided, project }) {
    for (const api of stack.ofType(REST_API).filter(({ outside }) => !outside)) {
      const types = api.list("endpointConfiguration", "types") ?? [];
      const isPrivate = known(types) && types.some(({ value }) => value === "PRIVATE");
      const policies = stack.ofType(API_POLICY, API_PUT);
      const own = policies.filter((policy) => restApisAt(stack, policy.at("restApiId")).includes(api));
      const unplaced = policies.find((policy) => stack.refs(policy.at("restApiId"), REST_API).resources.length === 0);
      if (types === UNKNOWN) {
        undecided(api, "endpointConfiguration.types");
      } else if (!isPrivate || hasOwnPolicy(api)) {
        continue;
      } else if (own.length === 0 && unplaced) {
        undecided(unplaced, "restApiId");
      } else if (own.length === 0) {
        report({
          at: api,
          property: "policy",
          message:
            "this API is private and has no resource policy; set policy, or add an aws.apigateway.RestApiPolicy, that " +
            "allows execute-api:Invoke from your VPC endpoint.",
          answer: ANSWER,
          ...(partsOfApi(stack, api, API_DEPLOYMENT).length === 0 && { level: "advisory" }),
        });
      } else {
        for (const deployment of partsOfApi(stack, api, API_DEPLOYMENT)) {
          if (!waitsForOneOf(stack, deployment, own)) {
            report({
              at: deployment,
              awaits: own.slice(0, 1),
              message:
                "nothing makes this deployment of a private API wait for the API's resource policy; " +
                `${makeWait(stack, deployment, own.slice(0, 1), project.files?.settings?.runtime)}.`,
              answer: ANSWER,
            });
          }
        }
      }
    }
  },
});
