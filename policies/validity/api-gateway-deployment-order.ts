import { API_DEPLOYMENT, partsOfApi, restApiAt } from "../../src/aws/delivery/api-gateway";
import { APIGATEWAY_INTEGRATION, APIGATEWAY_METHOD } from "../../src/aws/type-tokens";
import { isMadeByPackage } from "../../src/graph/components";
import { awaitedBy, isAlreadyOrdered, makeWait } from "../../src/graph/ordering";
import { variablesOf } from "../../src/source/variables";
import { defineRule } from "../../src/rules/rule";

const MOST_NAMES = 3;

export default defineRule({
  id: "api-gateway-deployment-order",
  category: "validity",
  description: "Deployments of a REST API must wait for its methods and integrations",
  severity: "high",
  level: "mandatory",
  basis: "aws-rejects",
  why:
    "A deployment is a snapshot of the API at the moment when it is created. No argument of it comes from the methods, so " +
    "without an explicit dependency it is created before them: AWS rejects it, or it serves half of the API.",
  fix: {
    typescript: `new aws.apigateway.Deployment("api", {
  restApi: api.id,
  triggers: { redeploy: pulumi.jsonStringify([method.id, integration.id]) },
}, { dependsOn: [method, integration] });`,
    python: `aws.apigateway.Deployment("api",
    rest_api=api.id,
    triggers={"redeploy": pulumi.Output.json_dumps([method.id, integration.id])},
    opts=pulumi.ResourceOptions(depends_on=[method, integration]))`,
    yaml: `resources:
  deployment:
    type: aws:apigateway:Deployment
    properties:
      restApi: \${api.id}
      triggers:
        redeploy:
          fn::toJSON: ["\${method.id}", "\${integration.id}"]
    options:
      dependsOn: ["\${method}", "\${integration}"]`,
  },
  limits:
    "Methods in an OpenAPI document, and deployments that a component of a published package creates. What a later one of " +
    "several deployments waits for is advisory.",
  references: ["https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-deploy-api.html"],
  stack(stack, { project, report }) {
    const deployments = stack.ofType(API_DEPLOYMENT);
    // Users cannot change the order inside a package.
    for (const deployment of stack.managed(API_DEPLOYMENT).filter((one) => !isMadeByPackage(one))) {
      const api = restApiAt(stack, deployment.at("restApi"));
      const parts = api ? partsOfApi(stack, api, APIGATEWAY_METHOD, APIGATEWAY_INTEGRATION) : [];
      const awaited = awaitedBy(stack, deployment);
      const missed = parts.filter((part) => !awaited.has(part));
      if (missed.length === 0) {
        continue;
      }
      // The first of several deployments may leave out what a later one has.
      const belongToLater = missed.every((part) =>
        deployments.some((other) => other !== deployment && awaitedBy(stack, other).has(part)),
      );
      const names = missed.slice(0, MOST_NAMES).map(({ name }) => name);
      const more = missed.length > MOST_NAMES ? ` and ${String(missed.length - MOST_NAMES)} more` : "";
      const wait =
        missed.length > MOST_NAMES
          ? "add all methods and integrations to its `dependsOn`"
          : makeWait(stack, deployment, missed, variablesOf(project.files));
      report({
        at: deployment,
        onlyAtCreation: true,
        missingDependencies: missed,
        ...((belongToLater || missed.every((part) => isAlreadyOrdered(deployment, [part]))) && { level: "advisory" }),
        message:
          `A deployment is a snapshot of the API, and nothing makes this one wait for ${names.join(", ")}${more}: ` +
          `${wait}.`,
        awsError: "No integration defined for method",
      });
    }
  },
});
