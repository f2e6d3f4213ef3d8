import { API_DEPLOYMENT } from "../../src/aws/delivery/api-gateway";
import { isNamedBy, mayBeShared, type Naming } from "../../src/aws/sharing";
import { APIGATEWAYV2_API, APIGATEWAY_METHOD, APIGATEWAY_REST_API, APIGATEWAY_STAGE } from "../../src/aws/type-tokens";
import { anyOf, type Certainty } from "../../src/graph/certainty";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { defineRule } from "../../src/rules/rule";

/** What other stacks need to add to an API. */
const HANDLES = ["id", "arn", "rootResourceId"];

interface Part {
  /** Whether the API has it. */
  has: Certainty;
  what: string;
  consequence: string;
  instead: string;
}

const isGiven = (api: Resource, property: string): boolean => !api.at(property).isAbsent;

function partsOf(stack: Stack, api: Resource): Part[] {
  const named = (...namings: Naming[]): Certainty => isNamedBy(stack, api, namings);
  if (api.type === APIGATEWAY_REST_API) {
    return [
      {
        has: anyOf([
          isGiven(api, "body"),
          named([APIGATEWAY_METHOD, "restApi"], ["aws:apigateway/restApiPut:RestApiPut", "restApiId"]),
        ]),
        what: "methods",
        consequence: "it answers no request",
        instead: "Add an aws.apigateway.Method with an aws.apigateway.Integration, or set `body`",
      },
      {
        has: anyOf([named([APIGATEWAY_STAGE, "restApi"]), hasStageOfDeployment(stack, api)]),
        what: "stage",
        consequence: "it has no address",
        instead: "Add an aws.apigateway.Deployment, and an aws.apigateway.Stage of it",
      },
    ];
  }
  return [
    {
      has: anyOf([isGiven(api, "body"), isGiven(api, "target"), named(["aws:apigatewayv2/route:Route", "apiId"])]),
      what: "routes",
      consequence: "it answers no request",
      instead: "Add an aws.apigatewayv2.Route with an aws.apigatewayv2.Integration as its target",
    },
    {
      has: anyOf([isGiven(api, "target"), named(["aws:apigatewayv2/stage:Stage", "apiId"])]),
      what: "stage",
      consequence: "it has no address",
      instead: 'Add an aws.apigatewayv2.Stage; with `name: "$default", autoDeploy: true` its address has no path',
    },
  ];
}

/** Before version 7 of the provider, a deployment could create the stage itself. */
const hasStageOfDeployment = (stack: Stack, api: Resource): boolean =>
  stack
    .ofType(API_DEPLOYMENT)
    .some(
      (deployment) =>
        (deployment.find("stageName") ?? deployment.find("stageDescription")) !== undefined &&
        stack.refs(deployment.at("restApi"), APIGATEWAY_REST_API).resources.includes(api),
    );

export default defineRule({
  id: "api-gateway-stage",
  category: "delivery",
  description: "APIs must have methods or routes, and a stage",
  severity: "medium",
  level: "advisory",
  why:
    "An API is reachable at the address of a stage only, and answers only what its methods or routes define. The deployment " +
    "of one that lacks them succeeds, and no client can use it.",
  fix: {
    typescript: `const deployment = new aws.apigateway.Deployment("shop", { restApi: api.id }, { dependsOn: [method, integration] });
new aws.apigateway.Stage("live", { restApi: api.id, deployment: deployment.id, stageName: "live" });`,
    python: `deployment = aws.apigateway.Deployment("shop", rest_api=api.id,
    opts=pulumi.ResourceOptions(depends_on=[method, integration]))
aws.apigateway.Stage("live", rest_api=api.id, deployment=deployment.id, stage_name="live")`,
    yaml: `resources:
  live:
    type: aws:apigateway:Stage
    properties:
      restApi: \${api.id}
      deployment: \${deployment.id}
      stageName: live`,
  },
  limits:
    "APIs whose id the stack exports or keeps in a parameter, so that another stack can complete them, and those that " +
    "another provider or a script uses.",
  references: [
    "https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-deploy-api.html",
    "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-stages.html",
  ],
  stack(stack, { decide }) {
    for (const api of stack.managed(APIGATEWAY_REST_API, APIGATEWAYV2_API)) {
      // A deployment fails without methods, and a stage without a deployment: the first part that is missing is enough.
      const part = partsOf(stack, api).find(({ has }) => has !== true);
      if (part && !mayBeShared(stack, api, HANDLES)) {
        const { has, what, consequence, instead } = part;
        decide(has, {
          at: api,
          message: `The API has no ${what}, so ${consequence}. ${instead}.`,
        });
      }
    }
  },
});
