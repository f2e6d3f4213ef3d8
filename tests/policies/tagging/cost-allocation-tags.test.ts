import rule from "../../../policies/tagging/cost-allocation-tags";
import { ruleTest } from "../../../testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../testing/stack";

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
const permission = resource("aws:lambda/permission:Permission", "permission", { action: "lambda:InvokeFunction" });

ruleTest(rule, {
  valid: [
    { name: "all of them", stack: [root, queue("orders", all), permission] },
    { name: "all of them from the provider", stack: [root, provider, queue("orders", undefined, provider)] },
    {
      name: "some from the provider and some of its own",
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
    {
      name: "a scheme of its own, without a contract",
      stack: [root, queue("orders", basic), queue("payments", basic)],
    },
    {
      name: "other names of the same, with a prefix",
      stack: [
        root,
        queue("orders", { "acme:env": "prod", "acme:cost-centre": "4711", team: "orders" }),
        queue("payments", { Environment: "prod", CostCenter: "4711", Owner: "payments" }),
      ],
    },
    { name: "nothing that has tags", stack: [root, permission] },
    { name: "what the stack only reads", stack: [resource("aws:sqs/queue:Queue", "orders", {}, { external: true })] },
  ],
  invalid: [
    {
      name: "the first three only, and the contract asks for all",
      contract: { costAllocationTags: true },
      stack: [root, queue("orders", basic), queue("payments", basic)],
      findings: [
        {
          resource: "shop-dev",
          level: "mandatory",
          message: /CostCenter, Owner and Application on none of the 2 resources/,
        },
      ],
    },
    {
      name: "none of them anywhere",
      stack: [root, queue("orders", { Name: "orders" }), queue("payments")],
      findings: [{ resource: "shop-dev", level: "advisory", message: /Project, .* on none of the 2 resources/ }],
    },
    {
      name: "another name of one, and the contract asks",
      contract: { costAllocationTags: true },
      stack: [root, queue("orders", { ...basic, Owner, Application, "cost-centre": "4711" })],
      findings: [{ resource: "shop-dev", level: "mandatory", message: /CostCenter not on orders;/ }],
    },
    {
      name: "the contract asks for them",
      contract: { costAllocationTags: true },
      stack: [root, queue("orders")],
      findings: [{ resource: "shop-dev", level: "mandatory" }],
    },
    {
      name: "one left out, and an empty value",
      stack: [root, queue("orders", { ...all, Owner: "" }), queue("payments", all)],
      findings: [{ resource: "shop-dev", message: /everywhere: Owner not on orders;/ }],
    },
    {
      name: "many left out",
      stack: [root, ...["a", "b", "c", "d", "e"].map((name) => queue(name, basic)), queue("f", all)],
      findings: [{ resource: "shop-dev", message: /CostCenter, Owner and Application not on a, b, c and 2 more;/ }],
    },
  ],
  undecided: [{ name: "tags that are not known yet", stack: [root, queue("orders", unknown)], at: ["orders.tags"] }],
});
