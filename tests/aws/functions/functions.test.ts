import table from "../../../src/aws/data/lambda-runtimes.json";
import { isOlder, isWaitedFor, parseRuntime, versionOf } from "../../../src/aws/functions/functions";
import { LAMBDA_FUNCTION } from "../../../src/aws/type-tokens";
import { Stack } from "../../../src/graph/stack";
import { build, resource, unknown, type Shape } from "../../../src/testing/stack";

describe("a runtime's name", () => {
  test.each([
    ["python3.9", "python", [3, 9]],
    ["python3.13", "python", [3, 13]],
    ["nodejs20.x", "nodejs", [20]],
    ["nodejs4.3-edge", "nodejs", [4, 3]],
    ["nodejs", "nodejs", []],
    ["java8.al2", "java", [8]],
    ["java21", "java", [21]],
    ["dotnetcore3.1", "dotnet", [3, 1]],
    ["dotnet8", "dotnet", [8]],
    ["go1.x", "go", [1]],
    ["provided", "provided", []],
    ["provided.al2", "provided", [2]],
    ["provided.al2023", "provided", [2023]],
    ["", "", []],
  ])("%s", (name, language, version) => {
    expect(parseRuntime(name)).toEqual({ language, version });
  });

  test.each([
    ["3.9", "3.11", true],
    ["3.11", "3.11", false],
    ["3.12", "3.11", false],
    ["3", "3.1", true],
    ["20.x", "20", false],
    ["3.1", "3", false],
    ["", "0", true],
    ["", "", false],
  ])("%s before %s: %s", (version, than, expected) => {
    expect(isOlder(versionOf(version), versionOf(than))).toBe(expected);
  });
});

describe("the table of runtimes", () => {
  test("has a source and days", () => {
    expect(table.source).toMatch(/^https:/);
    expect(table.date).toMatch(/^\d{4}-\d\d-\d\d$/);
    for (const [name, days] of Object.entries(table.runtimes)) {
      expect({
        name,
        days: Object.values(days).filter((day) => day !== null && !/^20\d\d-\d\d-\d\d$/.test(day)),
      }).toEqual({
        name,
        days: [],
      });
    }
  });
});

describe.each<Shape>(["preview", "up"])("who waits for a function (%s)", (shape) => {
  const role = "arn:aws:iam::464738291005:role/fn";
  const permission = (name: string, fn: ReturnType<typeof resource>, principal: string | typeof unknown) =>
    resource("aws:lambda/permission:Permission", name, {
      action: "lambda:InvokeFunction",
      function: fn.name,
      principal,
    });
  const functions = ["api", "alb", "url", "queue", "alone", "secret"].map((name) =>
    resource(LAMBDA_FUNCTION, name, { role }),
  );
  const [api, alb, url, queue, , secret] = functions as [Fn, Fn, Fn, Fn, Fn, Fn];
  type Fn = ReturnType<typeof resource>;
  const stack = Stack.from(
    build(
      [
        ...functions,
        permission("for-api", api, "apigateway.amazonaws.com"),
        permission("for-alb", alb, "elasticloadbalancing.amazonaws.com"),
        permission("for-topic", queue, "sns.amazonaws.com"),
        permission("for-unknown", secret, unknown),
        resource("aws:lambda/functionUrl:FunctionUrl", "url", { functionName: url.arn, authorizationType: "NONE" }),
      ],
      shape,
    ),
  );

  test("is found by its permissions and URLs; a principal that is not known may be one", () => {
    const waited = stack.ofType(LAMBDA_FUNCTION).filter((fn) => isWaitedFor(stack, fn));
    expect(waited.map(({ name }) => name)).toEqual(["alb", "api", ...(shape === "preview" ? ["secret"] : []), "url"]);
  });
});
