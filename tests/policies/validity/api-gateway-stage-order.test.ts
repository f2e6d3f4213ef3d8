import rule from "../../../policies/validity/api-gateway-stage-order";
import { ruleTest } from "../../../testing/rule-test";
import { resource, text, unknown, type BuildOptions, type BuiltResource, type Input } from "../../../testing/stack";

const api = resource("aws:apigateway/restApi:RestApi", "orders");
const other = resource("aws:apigateway/restApi:RestApi", "other");
const stage = (name: string, stageName: Input, of: Input = api.id, options: BuildOptions = {}): BuiltResource =>
  resource("aws:apigateway/stage:Stage", name, { restApi: of, deployment: "d1", stageName }, options);
const live = stage("live", "prod");
const there = stage("there", "prod", other.id);
const plan = (apiStages: Input, options: BuildOptions = {}): BuiltResource =>
  resource("aws:apigateway/usagePlan:UsagePlan", "plan", { apiStages }, options);
const association = (resourceArn: Input, options: BuildOptions = {}, module = "wafv2"): BuiltResource =>
  resource(
    `aws:${module}/webAclAssociation:WebAclAssociation`,
    "shield",
    { resourceArn, ...(module === "wafv2" ? { webAclArn: "arn" } : { webAclId: "id" }) },
    options,
  );
const byText = text`arn:aws:apigateway:us-east-1::/restapis/${api.id}/stages/prod`;

ruleTest(rule, {
  valid: [
    { name: "the stage's own name", stack: [api, live, plan([{ apiId: api.id, stage: live.stageName }])] },
    {
      name: "a text, and an explicit dependency",
      stack: [
        api,
        live,
        plan([{ apiId: api.id, stage: "prod" }], { dependsOn: [live] }),
        association(byText, { dependsOn: [live] }),
      ],
    },
    { name: "the stage's own ARN", stack: [api, live, association(live.arn)] },
    {
      name: "a stage that the stack does not make",
      stack: [api, plan([{ apiId: api.id, stage: "prod" }]), stage("beta", "beta")],
    },
    { name: "a stage of another API", stack: [api, other, there, plan([{ apiId: api.id, stage: "prod" }])] },
    {
      name: "a stage that is only read",
      stack: [api, stage("live", "prod", api.id, { external: true }), association(byText)],
    },
    {
      name: "two APIs in one plan, of which one is waited for",
      stack: [
        api,
        other,
        live,
        there,
        plan([
          { apiId: api.id, stage: "prod" },
          { apiId: other.id, stage: there.stageName },
        ]),
      ],
    },
    { name: "no stages", stack: [api, live, plan(undefined)] },
    { name: "a plan that is not known", stack: [api, live, plan(unknown)] },
    { name: "a name that is not known", stack: [api, live, plan([{ apiId: api.id, stage: unknown }])] },
    {
      name: "a plan that is only read",
      stack: [api, live, plan([{ apiId: api.id, stage: "prod" }], { external: true })],
    },
    {
      name: "a load balancer behind a web ACL",
      stack: [api, live, association(resource("aws:lb/loadBalancer:LoadBalancer", "public").arn)],
    },
    {
      name: "another stage of the API",
      stack: [api, live, association(text`arn:aws:apigateway:us-east-1::/restapis/${api.id}/stages/beta`)],
      shape: "up",
    },
  ],
  invalid: [
    {
      name: "a usage plan with the name as a text",
      stack: [api, live, plan([{ apiId: api.id, stage: "prod" }])],
      findings: [
        {
          resource: "plan",
          path: "apiStages[0].stage",
          message: /live\.stageName, or add dependsOn: \[live\]\..*API Stage not found/,
        },
      ],
    },
    {
      name: "a web ACL with the ARN as a text",
      stack: [api, live, association(byText)],
      findings: [{ resource: "shield", path: "resourceArn", message: /live\.arn/ }],
    },
    {
      name: "the older web ACL",
      stack: [api, live, association(byText, {}, "wafregional")],
      findings: [{ resource: "shield", path: "resourceArn", message: /dependsOn: \[live\]\.$/ }],
    },
    {
      name: "a stage that waits for the plan, in Go",
      stack: [
        api,
        plan([{ apiId: api.id, stage: "prod" }]),
        stage("live", "prod", api.id, { dependsOn: [plan([{ apiId: api.id, stage: "prod" }])] }),
      ],
      files: { "Pulumi.yaml": "name: shop\nruntime: go\n" },
      findings: [{ resource: "plan", path: "apiStages[0].stage", message: /\(live → plan\).*pulumi\.DependsOn\(/ }],
    },
  ],
});
