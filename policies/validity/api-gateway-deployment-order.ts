import { API_DEPLOYMENT, API_INTEGRATION, API_METHOD, partsOfApi, restApiAt } from "../../stack/api-gateway";
import { isMadeByPackage } from "../../stack/components";
import { awaitedBy, makeWait } from "../../stack/ordering";
import { defineRule } from "../rule";

export default defineRule({
  id: "api-gateway-deployment-order",
  category: "validity",
  description: "Deployments of a REST API wait for its methods and integrations",
  severity: "high",
  level: "mandatory",
  failures: [],
  why:
    "A deployment is a snapshot of the API as it is when the deployment is made. Nothing that it is given comes from the " +
    "methods, so without an explicit dependency it is made before them: AWS refuses it, or it serves half of the API.",
  fix: {
    typescript:
      'new aws.apigateway.Deployment("api", {\n  restApi: api.id,\n' +
      "  triggers: { redeploy: pulumi.jsonStringify([method.id, integration.id]) },\n" +
      "}, { dependsOn: [method, integration] });",
    python:
      'aws.apigateway.Deployment("api",\n    rest_api=api.id,\n' +
      '    triggers={"redeploy": pulumi.Output.json_dumps([method.id, integration.id])},\n' +
      "    opts=pulumi.ResourceOptions(depends_on=[method, integration]))",
    yaml:
      "resources:\n  deployment:\n    type: aws:apigateway:Deployment\n    properties:\n" +
      "      restApi: ${api.id}\n      triggers:\n        redeploy:\n" +
      '          fn::toJSON: ["${method.id}", "${integration.id}"]\n    options:\n' +
      '      dependsOn: ["${method}", "${integration}"]',
  },
  limits:
    "Methods in an OpenAPI document, and deployments that a component of a published package makes. What only a later " +
    "one of several deployments waits for stops nothing.",
  stack(stack, { report, project }) {
    const deployments = stack.ofType(API_DEPLOYMENT);
    for (const deployment of deployments) {
      const api =
        deployment.outside || isMadeByPackage(deployment) ? undefined : restApiAt(stack, deployment.at("restApi"));
      const awaited = awaitedBy(stack, deployment);
      const missed = (api ? partsOfApi(stack, api, API_METHOD, API_INTEGRATION) : []).filter(
        (part) => !awaited.has(part),
      );
      if (missed.length > 0) {
        // An earlier one of several deployments may leave out on purpose what a later one has.
        const areOfLater = missed.every((part) =>
          deployments.some((other) => other !== deployment && awaitedBy(stack, other).has(part)),
        );
        const names = missed.slice(0, 3).map(({ name }) => name);
        const more = missed.length > 3 ? ` and ${String(missed.length - 3)} more` : "";
        report({
          at: deployment,
          awaits: missed,
          ...(areOfLater && { level: "advisory" }),
          message:
            `nothing makes this deployment wait for ${names.join(", ")}${more}, of which it takes a snapshot; ` +
            `${makeWait(stack, deployment, missed, project.files?.settings?.runtime)}.`,
          answer: "No integration defined for method",
        });
      }
    }
  },
});
