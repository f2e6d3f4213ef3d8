import { environmentOf, isForFargate, mentions, secretsOf, workloads } from "../../../src/aws/containers/environments";
import { ECS_TASK_DEFINITION } from "../../../src/aws/type-tokens";
import type { Resource } from "../../../src/graph/resource";
import { Stack } from "../../../src/graph/stack";
import { known, UNKNOWN } from "../../../src/graph/value";
import { build, json, resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

function first(built: BuiltResource): Resource {
  const [found] = Stack.from(build([built], "preview")).resources;
  if (!found) {
    throw new Error("the stack has no resource");
  }
  return found;
}

const task = (containers: Input): Resource =>
  first(resource(ECS_TASK_DEFINITION, "t", { containerDefinitions: containers }));
const named = (variables: ReturnType<typeof environmentOf>): unknown =>
  known(variables) ? variables.map(({ name, value }) => [name, value.value]) : variables;

describe("the environment", () => {
  test("of a function", () => {
    const variables: Input = { A: "a", B: unknown };
    expect(
      named(environmentOf(first(resource("aws:lambda/function:Function", "f", { environment: { variables } })))),
    ).toEqual([
      ["A", "a"],
      ["B", UNKNOWN],
    ]);
    expect(environmentOf(first(resource("aws:lambda/function:Function", "f", {})))).toEqual([]);
    expect(environmentOf(first(resource("aws:lambda/function:Function", "f", { environment: unknown })))).toBe(UNKNOWN);
  });

  test("of all containers of a task", () => {
    const containers = json([
      { environment: [{ name: "A", value: "a" }, { value: "nameless" }] },
      { name: "sidecar" },
      { environment: { name: "B", value: 1 } },
    ]);
    expect(named(environmentOf(task(containers)))).toEqual([
      ["A", "a"],
      ["", "nameless"],
      ["B", 1],
    ]);
    expect(environmentOf(task(undefined))).toEqual([]);
    expect(environmentOf(task("not JSON"))).toBe(UNKNOWN);
    expect(environmentOf(task(unknown))).toBe(UNKNOWN);
  });
});

test("ECS fetches secrets, options of logs and credentials of a registry", () => {
  const containers = json([
    {
      secrets: [{ name: "A", valueFrom: "a" }],
      logConfiguration: { secretOptions: [{ name: "B", valueFrom: "b" }] },
      repositoryCredentials: { credentialsParameter: "c" },
    },
  ]);
  expect(named(secretsOf(task(containers)))).toEqual([
    ["A", "a"],
    ["B", "b"],
    ["repositoryCredentials", "c"],
  ]);
  expect(secretsOf(task(unknown))).toBe(UNKNOWN);
});

test("a task runs on Fargate by its compatibilities", () => {
  const compatible = (requiresCompatibilities: Input): boolean =>
    isForFargate(first(resource(ECS_TASK_DEFINITION, "t", { requiresCompatibilities })));
  expect(compatible(["EC2", "FARGATE"])).toBe(true);
  expect(compatible(["EC2"])).toBe(false);
  expect(compatible(undefined)).toBe(false);
  expect(compatible(unknown)).toBe(false);
});

test("workloads are the functions and tasks that the stack manages", () => {
  const stack = Stack.from(
    build(
      [
        resource("aws:lambda/function:Function", "own", {}),
        resource("aws:lambda/function:Function", "found", {}, { external: true }),
        resource(ECS_TASK_DEFINITION, "task", {}),
      ],
      "up",
    ),
  );
  expect(workloads(stack).map(({ name }) => name)).toEqual(["task", "own"]);
});

describe("a string names a bucket", () => {
  const bucket = first(resource("aws:s3/bucket:Bucket", "b", { bucket: "orders" }));

  test.each([
    ["orders", true],
    ["s3://orders/incoming", true],
    ["arn:aws:s3:::orders/*", true],
    ['{"bucket":"orders"}', true],
    ["reorders orders", true],
    ["orders.s3.amazonaws.com", false],
    ["https://cdn.orders.example.org", false],
    ["reorders", false],
    ["orders-archive", false],
    ["", false],
  ])("%s: %s", (text, expected) => {
    expect(mentions(text, bucket)).toBe(expected);
  });
});
