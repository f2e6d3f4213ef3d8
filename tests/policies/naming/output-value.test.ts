import rule from "../../../policies/naming/output-value";
import { vpc } from "../../kit/network";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const exporting = (outputs: Record<string, Input>): BuiltResource[] => [
  vpc,
  resource("pulumi:pulumi:Stack", "shop-dev", outputs),
];
const SENTENCE =
  "Calling [toString] on an [Output<T>] is not supported.\n\nTo get the value of an Output<T> as an Output<string> consider either:\n1: o.apply(v => `prefix${v}suffix`)";
const PYTHON =
  'Calling __str__ on an Output[T] is not supported.\n\nTo get the value of an Output[T] as an Output[str] consider:\n1. o.apply(lambda v: f"prefix{v}suffix")';

ruleTest(rule, {
  valid: [
    { name: "values", stack: exporting({ vpcId: vpc.id, zones: 3, enabled: false, count: 0, cidrs: ["10.0.0.0/16"] }) },
    { name: "values that are not known yet", stack: exporting({ url: unknown, ids: [unknown], map: { a: unknown } }) },
    { name: "no outputs", stack: exporting({}) },
    { name: "no stack", stack: [vpc] },
    { name: "a sentence about it", stack: exporting({ note: "[object Object] is what JavaScript writes." }) },
  ],
  invalid: [
    {
      name: "the string form of an Output",
      stack: exporting({ url: `https://${SENTENCE}` }),
      findings: [{ resource: "shop-dev", path: "url", message: /an Output .*pulumi\.interpolate/ }],
    },
    {
      name: "the string form of an Output in Python, inside an object",
      stack: exporting({ connection: { host: PYTHON, port: 5432 } }),
      findings: [{ resource: "shop-dev", path: "connection.host" }],
    },
    {
      name: "objects",
      stack: exporting({ vpc: "[object Object]", late: "[object Promise]" }),
      findings: [
        { resource: "shop-dev", path: "vpc", message: /an object/ },
        { resource: "shop-dev", path: "late", message: /a Promise/ },
      ],
    },
    {
      name: "empty outputs",
      stack: exporting({ url: "", blank: " ", none: null, ids: [], map: {} }),
      findings: ["url", "blank", "none", "ids", "map"].map((path) => ({
        resource: "shop-dev",
        path,
        level: "advisory" as const,
        message: /empty/,
      })),
    },
  ],
});
