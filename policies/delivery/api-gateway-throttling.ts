import { restApiAt, restApisAt } from "../../src/aws/delivery/api-gateway";
import {
  APIGATEWAYV2_STAGE,
  APIGATEWAY_METHOD_SETTINGS,
  APIGATEWAY_REST_API,
  APIGATEWAY_STAGE,
  APIGATEWAY_USAGE_PLAN,
} from "../../src/aws/type-tokens";
import type { Resource } from "../../src/graph/resource";
import { mayReferTo, type Stack } from "../../src/graph/stack";
import { known, UNKNOWN } from "../../src/graph/value";
import type { View } from "../../src/graph/view";
import { defineRule, type Context } from "../../src/rules/rule";

const LIMITS = ["throttlingRateLimit", "throttlingBurstLimit"];
const SETTINGS = "{ throttlingRateLimit: 100, throttlingBurstLimit: 200 }";
const NO_LIMIT = "The stage has no request limit of its own, so it can use up what the account allows to all its APIs.";

export default defineRule({
  id: "api-gateway-throttling",
  category: "delivery",
  description: "API stages must limit how many requests they accept",
  severity: "low",
  level: "only-if-required",
  contractKeys: ["throttling"],
  failures: [],
  why:
    "Without a limit of its own, one API can use up what the account allows to all of them in a region, and a single " +
    "client can drive up the cost of everything behind it.",
  fix: {
    typescript: `new aws.apigateway.MethodSettings("all", {
  restApi: api.id,
  stageName: stage.stageName,
  methodPath: "*/*",
  settings: ${SETTINGS},
});
// an HTTP API's stage: defaultRouteSettings: ${SETTINGS}`,
    python: `aws.apigateway.MethodSettings("all", rest_api=api.id, stage_name=stage.stage_name, method_path="*/*",
    settings={"throttling_rate_limit": 100, "throttling_burst_limit": 200})
# an HTTP API's stage: default_route_settings with the same two`,
    yaml: `resources:
  all:
    type: aws:apigateway:MethodSettings
    properties:
      restApi: \${api.id}
      stageName: \${stage.stageName}
      methodPath: "*/*"
      settings: # of an HTTP API's stage: defaultRouteSettings with the same two
        throttlingRateLimit: 100
        throttlingBurstLimit: 200`,
  },
  limits:
    "APIs with limits on some methods only, or with a usage plan that has limits, since clients may have to use it; how " +
    "high a limit is.",
  references: [
    "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html",
    "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-throttling.html",
  ],
  stack(stack, context) {
    for (const stage of stack.managed(APIGATEWAY_STAGE)) {
      checkRestStage(stack, stage, context);
    }
    for (const stage of stack.managed(APIGATEWAYV2_STAGE)) {
      const routes = stage.list("routeSettings") ?? [];
      const isLimited =
        setsLimit(stage, "defaultRouteSettings") || !known(routes) || routes.some((one) => setsLimit(one));
      if (!isLimited) {
        context.report({
          at: stage,
          property: "defaultRouteSettings",
          message: `${NO_LIMIT} Set \`defaultRouteSettings: ${SETTINGS}\`.`,
        });
      }
    }
  },
});

function checkRestStage(stack: Stack, stage: Resource, { report, undecided }: Context): void {
  const api = restApiAt(stack, stage.at("restApi"));
  if (!api) {
    return;
  }
  const limiting = [
    ...stack
      .ofType(APIGATEWAY_METHOD_SETTINGS)
      .filter((settings) => setsLimit(settings, "settings"))
      .map((settings) => settings.at("restApi")),
    ...stack
      .ofType(APIGATEWAY_USAGE_PLAN)
      .filter(isLimitedPlan)
      .map((plan) => plan.at("apiStages")),
  ];
  if (limiting.some((view) => restApisAt(stack, view).includes(api) || namesOneOf(stack, view, api, stage))) {
    return;
  }
  if (limiting.some((view) => mayReferTo(stack, view, APIGATEWAY_REST_API, APIGATEWAY_STAGE))) {
    undecided(stage);
  } else {
    report({
      at: stage,
      message:
        `${NO_LIMIT} Add an aws.apigateway.MethodSettings with \`methodPath: "*/*"\` and ` +
        `\`settings: ${SETTINGS}\`, or a usage plan.`,
    });
  }
}

const namesOneOf = (stack: Stack, view: View, ...candidates: Resource[]): boolean =>
  stack.refs(view, APIGATEWAY_REST_API, APIGATEWAY_STAGE).resources.some((found) => candidates.includes(found));

function isLimitedPlan(plan: Resource): boolean {
  const stages = plan.list("apiStages") ?? [];
  return (
    !plan.at("throttleSettings").isAbsent ||
    !plan.at("quotaSettings").isAbsent ||
    !known(stages) ||
    stages.some((stage) => stage.isUnknown || !stage.at("throttles").isAbsent)
  );
}

/** True where a limit is set, or may be; -1 removes a limit. */
function setsLimit(view: View, ...keys: string[]): boolean {
  return LIMITS.some((limit) => {
    const value = view.num(...keys, limit);
    return value === UNKNOWN || (value !== undefined && value >= 0);
  });
}
