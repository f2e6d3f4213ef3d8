import rule from "../../../policies/tagging/cost-allocation-tags";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const all = {
  Project: "shop",
  Environment: "prod",
  ManagedBy: "Pulumi",
  CostCenter: "4711",
  Owner: "platform",
  Application: "orders",
};
const { CostCenter, Owner, Application, ...basic } = all;
const queue = (name: string, tags?: Input, provider?: BuiltResource): BuiltResource =>
  resource("aws:sqs/queue:Queue", name, { tags }, provider ? { provider } : {});
const provider = resource("pulumi:providers:aws", "tagged", { defaultTags: JSON.stringify({ tags: all }) });
const root = resource("pulumi:pulumi:Stack", "shop-dev");
const contract = { costAllocationTags: true };
const permission = resource("aws:lambda/permission:Permission", "permission", { action: "lambda:InvokeFunction" });

ruleTest(rule, {
  valid: [
    { name: "no tags without a contract", stack: [root, queue("orders", { Name: "orders" }), queue("payments")] },
    {
      name: "some tags on some resources without a contract",
      stack: [root, queue("orders", basic), queue("payments")],
    },
    { name: "all of them", contract, stack: [root, queue("orders", all), permission] },
    { name: "all of them from the provider", contract, stack: [root, provider, queue("orders", undefined, provider)] },
    {
      name: "some from the provider and some of its own",
      contract,
      stack: [
        root,
        resource("pulumi:providers:aws", "basic", { defaultTags: JSON.stringify({ tags: basic }) }),
        queue(
          "orders",
          { CostCenter, Owner, Application },
          resource("pulumi:providers:aws", "basic", { defaultTags: JSON.stringify({ tags: basic }) }),
        ),
      ],
    },
    {
      name: "another spelling, and values that are not known yet",
      contract,
      stack: [
        queue("orders", {
          project: unknown,
          environment: "prod",
          "managed-by": "Pulumi",
          cost_center: "4711",
          owner: unknown,
          application: "orders",
        }),
      ],
    },
    { name: "only types without tags", contract, stack: [root, permission] },
    {
      name: "a resource that the stack only reads",
      contract,
      stack: [resource("aws:sqs/queue:Queue", "orders", {}, { external: true })],
    },
  ],
  invalid: [
    {
      name: "the first three only",
      contract,
      stack: [root, queue("orders", basic), queue("payments", basic)],
      findings: [
        {
          resource: "shop-dev",
          level: "mandatory",
          message: /CostCenter, Owner and Application on all 2 resources\./,
        },
      ],
    },
    {
      name: "no tags at all",
      contract,
      stack: [root, queue("orders", { Name: "orders" }), queue("payments")],
      findings: [{ resource: "shop-dev", level: "mandatory", message: /Project, .* on all 2 resources\./ }],
    },
    {
      name: "another name for one of them",
      contract,
      stack: [root, queue("orders", { ...basic, Owner, Application, "cost-centre": "4711" })],
      findings: [{ resource: "shop-dev", level: "mandatory", message: /: CostCenter on orders\./ }],
    },
    {
      name: "an empty value, and other tags that another resource lacks",
      contract,
      stack: [root, queue("orders", { ...all, Owner: "" }), queue("payments", basic)],
      findings: [
        { resource: "shop-dev", message: /: Owner on orders; CostCenter, Owner and Application on payments\. Set/ },
      ],
    },
    {
      name: "more than ten resources without them",
      contract,
      stack: [root, ...Array.from("abcdefghijkl").map((name) => queue(name, basic)), queue("m", all)],
      findings: [
        {
          resource: "shop-dev",
          message: /CostCenter, Owner and Application on a, b, c, d, e, f, g, h, i, j and 2 more\./,
        },
      ],
    },
  ],
  undecided: [
    { name: "tags that are not known yet", contract, stack: [root, queue("orders", unknown)], at: ["orders.tags"] },
  ],
});
