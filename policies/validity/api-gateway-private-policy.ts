import { API_DEPLOYMENT, API_POLICY, partsOfApi, restApisAt } from "../../src/aws/delivery/api-gateway";
import { APIGATEWAY_REST_API, APIGATEWAY_REST_API_PUT } from "../../src/aws/type-tokens";
import { isAlreadyOrdered, makeWait, waitsForOneOf } from "../../src/graph/ordering";
import type { Resource } from "../../src/graph/resource";
import { mayReferTo } from "../../src/graph/stack";
import { UNKNOWN } from "../../src/graph/value";
import { variablesOf } from "../../src/source/variables";
import { defineRule } from "../../src/rules/rule";

const REJECTION = "Private REST API doesn't have a resource policy attached to it";

/** True for an API with a policy in its arguments or in its OpenAPI document. */
function hasOwnPolicy(api: Resource): boolean {
  const body = api.str("body");
  const isInBody = body === UNKNOWN || body?.includes("x-amazon-apigateway-policy") === true;
  return isInBody || (api.at("policy").value ?? "") !== "";
}

export default defineRule({
  id: "api-gateway-private-policy",
  category: "validity",
  description: "Private REST APIs must have a resource policy before they are deployed",
  severity: "high",
  level: "mandatory",
  basis: "aws-rejects",
  why:
    "A private API serves only the clients that its resource policy allows, and API Gateway rejects the deployment of one " +
    "that has no policy yet.",
  fix: {
    typescript: `const policy = new aws.apigateway.RestApiPolicy("private", { restApiId: api.id, policy: document });
new aws.apigateway.Deployment("api", { restApi: api.id }, { dependsOn: [policy, method, integration] });`,
    python: `policy = aws.apigateway.RestApiPolicy("private", rest_api_id=api.id, policy=document)
aws.apigateway.Deployment("api", rest_api=api.id,
    opts=pulumi.ResourceOptions(depends_on=[policy, method, integration]))`,
    yaml: `resources:
  private:
    type: aws:apigateway:RestApiPolicy
    properties:
      restApiId: \${api.id}
      policy: \${document.json}
  deployment:
    type: aws:apigateway:Deployment
    properties:
      restApi: \${api.id}
    options:
      dependsOn: ["\${private}", "\${method}", "\${integration}"]`,
  },
  limits:
    "What the policy allows. An API without a deployment in the stack is advisory, since its policy may come with the " +
    "deployment.",
  references: ["https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-apis.html"],
  stack(stack, { project, report, undecided }) {
    for (const api of stack.managed(APIGATEWAY_REST_API)) {
      const types = api.list("endpointConfiguration", "types") ?? [];
      if (types === UNKNOWN) {
        undecided(api, "endpointConfiguration.types");
        continue;
      }
      if (!types.some(({ value }) => value === "PRIVATE") || hasOwnPolicy(api)) {
        continue;
      }
      const policies = stack.ofType(API_POLICY, APIGATEWAY_REST_API_PUT);
      const own = policies.filter((policy) => restApisAt(stack, policy.at("restApiId")).includes(api));
      const deployments = partsOfApi(stack, api, API_DEPLOYMENT);
      if (own.length === 0) {
        const mayBeOwn = policies.find((policy) => mayReferTo(stack, policy.at("restApiId"), APIGATEWAY_REST_API));
        if (mayBeOwn) {
          undecided(mayBeOwn, "restApiId");
          continue;
        }
        report({
          at: api,
          property: "policy",
          // A new deployment of an API that exists is rejected as well.
          onlyAtCreation: deployments.every(({ exists }) => exists === true),
          message:
            "This API is private and has no resource policy. Set `policy`, or add an aws.apigateway.RestApiPolicy, that " +
            'allows "execute-api:Invoke" from your VPC endpoint.',
          awsError: REJECTION,
          ...(deployments.length === 0 && { level: "advisory" }),
        });
      }
      for (const deployment of own.length > 0 ? deployments : []) {
        if (!waitsForOneOf(stack, deployment, own)) {
          report({
            at: deployment,
            onlyAtCreation: true,
            missingDependencies: own.slice(0, 1),
            message:
              "Nothing makes this deployment of a private API wait for the API's resource policy: " +
              `${makeWait(stack, deployment, own.slice(0, 1), variablesOf(project.files))}.`,
            awsError: REJECTION,
            ...(isAlreadyOrdered(deployment, own) && { level: "advisory" }),
          });
        }
      }
    }
  },
});
