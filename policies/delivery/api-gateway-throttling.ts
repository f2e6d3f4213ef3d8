import { API_STAGE, METHOD_SETTINGS, REST_API, restApiAt, restApisAt } from "../../stack/api-gateway";
import type { Resource } from "../../stack/resource";
import { isUnplaced, type Stack } from "../../stack/stack";
import { known, UNKNOWN } from "../../stack/value";
import type { View } from "../../stack/view";
import { defineRule, type Context } from "../rule";

const USAGE_PLAN = "aws:apigateway/usagePlan:UsagePlan";
const HTTP_STAGE = "aws:apigatewayv2/stage:Stage";
const LIMITS = ["throttlingRateLimit", "throttlingBurstLimit"];

export default defineRule({
  id: "api-gateway-throttling",
  category: "delivery",
  description: "APIs limit how many requests they take",
  severity: "low",
  level: "advisory",
  failures: [],
  why:
    "Without a limit of its own, one API may use up what the account allows to all of them in a region, and a single client " +
    "can drive up the cost of everything behind it.",
  fix: {
    typescript:
      'new aws.apigateway.MethodSettings("all", { restApi: api.id, stageName: stage.stageName, methodPath: "*/*",\n' +
      "  settings: { throttlingRateLimit: 100, throttlingBurstLimit: 200 } });\n" +
      "// an HTTP API's stage: defaultRouteSettings: { throttlingRateLimit: 100, throttlingBurstLimit: 200 }",
    python:
      'aws.apigateway.MethodSettings("all", rest_api=api.id, stage_name=stage.stage_name, method_path="*/*",\n' +
      '    settings={"throttling_rate_limit": 100, "throttling_burst_limit": 200})\n' +
      "# an HTTP API's stage: default_route_settings with the same two",
    yaml:
      "resources:\n  all:\n    type: aws:apigateway:MethodSettings\n    properties:\n" +
      '      restApi: ${api.id}\n      stageName: ${stage.stageName}\n      methodPath: "*/*"\n' +
      "      settings: # of an HTTP API's stage: defaultRouteSettings with the same two\n" +
      "        throttlingRateLimit: 100\n        throttlingBurstLimit: 200",
  },
  limits:
    "APIs of which some methods are limited, or that a usage plan with limits is for, as clients may have to use it; how high " +
    "a limit is.",
  stack(stack, context) {
    for (const stage of stack.ofType(API_STAGE).filter(({ outside }) => !outside)) {
      checkRestStage(stack, stage, context);
    }
    for (const stage of stack.ofType(HTTP_STAGE).filter(({ outside }) => !outside)) {
      const routes = stage.list("routeSettings") ?? [];
      const isLimited =
        setsLimit(stage, "defaultRouteSettings") || !known(routes) || routes.some((one) => setsLimit(one));
      if (!isLimited) {
        context.report({
          at: stage,
          property: "defaultRouteSettings",
          message:
            "the stage has no limit of its own for requests; set defaultRouteSettings: { throttlingRateLimit, throttlingBurstLimit }.",
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
      .ofType(METHOD_SETTINGS)
      .filter((settings) => setsLimit(settings, "settings"))
      .map((settings) => settings.at("restApi")),
    ...stack
      .ofType(USAGE_PLAN)
      .filter(isLimitedPlan)
      .map((plan) => plan.at("apiStages")),
  ];
  if (limiting.some((place) => restApisAt(stack, place).includes(api) || names(stack, place, api, stage))) {
    return;
  }
  if (limiting.some((place) => isUnplaced(stack, place, REST_API, API_STAGE))) {
    undecided(stage);
  } else {
    report({
      at: stage,
      message:
        'the stage has no limit of its own for requests; add aws.apigateway.MethodSettings for "*/*" with throttlingRateLimit and ' +
        "throttlingBurstLimit, or a usage plan.",
    });
  }
}

const names = (stack: Stack, place: View, ...wanted: Resource[]): boolean =>
  stack.refs(place, REST_API, API_STAGE).resources.some((found) => wanted.includes(found));

function isLimitedPlan(plan: Resource): boolean {
  const stages = plan.list("apiStages") ?? [];
  return (
    !plan.at("throttleSettings").isAbsent ||
    !plan.at("quotaSettings").isAbsent ||
    !known(stages) ||
    stages.some((stage) => stage.isUnknown || !stage.at("throttles").isAbsent)
  );
}

/** True where a limit is set, or may be; -1 takes one away. */
function setsLimit(view: View, ...keys: string[]): boolean {
  return LIMITS.some((limit) => {
    const value = view.num(...keys, limit);
    return value === UNKNOWN || (value !== undefined && value >= 0);
  });
}
