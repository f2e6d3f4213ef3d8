import rule from "../../../policies/validity/api-gateway-stage-order";
import { createdAndDeployed, withNew } from "../../kit/deployed";
import { ruleTest, runRule } from "../../../src/testing/rule-test";
import { resource, text, unknown, type BuildOptions, type BuiltResource, type Input } from "../../../src/testing/stack";

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
const literal = text`arn:aws:apigateway:us-east-1::/restapis/${api.id}/stages/prod`;

ruleTest(rule, {
  valid: [
    { name: "the stage's own name", stack: [api, live, plan([{ apiId: api.id, stage: live.stageName }])] },
    {
      name: "a literal name, and an explicit dependency",
      stack: [
        api,
        live,
        plan([{ apiId: api.id, stage: "prod" }], { dependsOn: [live] }),
        association(literal, { dependsOn: [live] }),
      ],
    },
    { name: "the stage's own ARN", stack: [api, live, association(live.arn)] },
    {
      name: "a stage of another stack",
      stack: [api, plan([{ apiId: api.id, stage: "prod" }]), stage("beta", "beta")],
    },
    { name: "a stage of another API", stack: [api, other, there, plan([{ apiId: api.id, stage: "prod" }])] },
    {
      name: "a stage that the stack only reads",
      stack: [api, stage("live", "prod", api.id, { external: true }), association(literal)],
    },
    {
      name: "two APIs in one plan, which waits for one of them",
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
      name: "a plan that the stack only reads",
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
  invalid: createdAndDeployed([
    {
      name: "a usage plan with a literal name",
      stack: [api, live, plan([{ apiId: api.id, stage: "prod" }])],
      findings: [
        {
          resource: "plan",
          path: "apiStages[0].stage",
          message: /Use the `stageName` of the stage itself, or add `dependsOn: \[live\]`\..*API Stage not found/,
        },
      ],
    },
    {
      name: "a web ACL with a literal ARN",
      stack: [api, live, association(literal)],
      findings: [{ resource: "shield", path: "resourceArn", message: /Use the `arn` of the stage/ }],
    },
    {
      name: "the older web ACL",
      stack: [api, live, association(literal, {}, "wafregional")],
      findings: [{ resource: "shield", path: "resourceArn", message: /add `dependsOn: \[live\]`\.(?! AWS)/ }],
    },
    {
      name: "a stage that waits for the plan, in Go",
      stack: [
        api,
        plan([{ apiId: api.id, stage: "prod" }]),
        stage("live", "prod", api.id, { dependsOn: [plan([{ apiId: api.id, stage: "prod" }])] }),
      ],
      files: { "Pulumi.yaml": "name: shop\nruntime: go\n" },
      findings: [
        {
          resource: "plan",
          path: "apiStages[0].stage",
          message: /wait for the stage\. live waits for it instead \(live → plan\).*pulumi\.DependsOn\(/,
        },
      ],
    },
  ]),
});

describe("a deployed API", () => {
  const stack = [api, live, plan([{ apiId: api.id, stage: "prod" }])];
  const levels = (...added: string[]): string[] =>
    runRule(rule, { name: "", stack }, "up", withNew(stack, ...added)).results.map(({ level }) => level);

  it("stops a plan that names a new stage", () => {
    expect(levels("live")).toEqual(["mandatory"]);
  });

  it("does not stop a new plan whose stage exists", () => {
    expect(levels("plan")).toEqual(["advisory"]);
  });
});
