import rule from "../../../policies/delivery/api-gateway-throttling";
import { ruleTest } from "../../../src/testing/rule-test";
import { underContract } from "../../kit/under-contract";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const api = resource("aws:apigateway/restApi:RestApi", "orders");
const other = resource("aws:apigateway/restApi:RestApi", "other");
const stage = resource("aws:apigateway/stage:Stage", "live", { restApi: api.id, deployment: "d1", stageName: "live" });
const settings = (restApi: Input, values: Input): BuiltResource =>
  resource("aws:apigateway/methodSettings:MethodSettings", "all", {
    restApi,
    stageName: "live",
    methodPath: "*/*",
    settings: values,
  });
const plan = (inputs: Record<string, Input>): BuiltResource =>
  resource("aws:apigateway/usagePlan:UsagePlan", "clients", inputs);
const http = (inputs: Record<string, Input> = {}): BuiltResource =>
  resource("aws:apigatewayv2/stage:Stage", "http", { apiId: "a1b2c3", ...inputs });
const apiStages = [{ apiId: api.id, stage: "live" }];
const LIMIT = { throttlingRateLimit: 100, throttlingBurstLimit: 200 };

ruleTest(
  rule,
  underContract(
    { throttling: true },
    {
      valid: [
        { name: "settings of the methods", stack: [api, stage, settings(api.id, LIMIT)] },
        { name: "settings that name the API by its stage", stack: [api, stage, settings(stage.restApi, LIMIT)] },
        {
          name: "limits that are not known yet",
          stack: [api, stage, settings(api.id, { throttlingRateLimit: unknown })],
          shape: "preview",
        },
        { name: "a usage plan", stack: [api, stage, plan({ apiStages, throttleSettings: { rateLimit: 5 } })] },
        { name: "a quota", stack: [api, stage, plan({ apiStages, quotaSettings: { limit: 500, period: "DAY" } })] },
        {
          name: "a usage plan that limits a method",
          stack: [
            api,
            stage,
            plan({ apiStages: [{ ...apiStages[0], throttles: [{ path: "/a/GET", rateLimit: 5 }] }] }),
          ],
        },
        {
          name: "a usage plan by the stage",
          stack: [
            api,
            stage,
            plan({
              apiStages: [{ apiId: stage.restApi, stage: stage.stageName }],
              quotaSettings: { limit: 5, period: "DAY" },
            }),
          ],
        },
        {
          name: "an API of another stack",
          stack: [resource("aws:apigateway/stage:Stage", "live", { restApi: "a1b2c3", stageName: "live" })],
        },
        { name: "the default of an HTTP API", stack: [http({ defaultRouteSettings: LIMIT })] },
        {
          name: "a limit on a route of an HTTP API",
          stack: [http({ routeSettings: [{ routeKey: "GET /", throttlingRateLimit: 10 }] })],
        },
        { name: "routes that are not known yet", stack: [http({ routeSettings: unknown })], shape: "preview" },
        {
          name: "stages that the stack only reads",
          stack: [resource("aws:apigatewayv2/stage:Stage", "http", {}, { external: true })],
        },
      ],
      invalid: [
        { name: "no settings", stack: [api, stage], findings: [{ resource: "live", message: /MethodSettings/ }] },
        {
          name: "settings without limits, and of another API",
          stack: [
            api,
            other,
            stage,
            settings(api.id, { throttlingRateLimit: -1, metricsEnabled: true }),
            resource("aws:apigateway/methodSettings:MethodSettings", "theirs", {
              restApi: other.id,
              stageName: "live",
              methodPath: "*/*",
              settings: LIMIT,
            }),
          ],
          findings: [{ resource: "live" }],
        },
        {
          name: "a usage plan without limits",
          stack: [api, stage, plan({ apiStages }), plan({})],
          findings: [{ resource: "live" }],
        },
        { name: "an HTTP API", stack: [http()], findings: [{ resource: "http", path: "defaultRouteSettings" }] },
        {
          name: "an HTTP API with other settings",
          stack: [
            http({ defaultRouteSettings: { detailedMetricsEnabled: true }, routeSettings: [{ routeKey: "GET /" }] }),
          ],
          findings: [{ resource: "http", path: "defaultRouteSettings" }],
        },
      ],
      undecided: [
        { name: "settings of some API", stack: [api, stage, settings(unknown, LIMIT)], at: ["live"] },
        { name: "stages of a plan", stack: [api, stage, plan({ apiStages: unknown })], at: ["live"] },
      ],
    },
  ),
);
