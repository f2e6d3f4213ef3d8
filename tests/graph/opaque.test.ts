import { opaqueUsersOf } from "../../src/graph/opaque";
import { Stack } from "../../src/graph/stack";
import { build, resource, type BuiltResource } from "../../src/testing/stack";

const fn = resource("aws:lambda/function:Function", "resize");
const user = (type: string): BuiltResource => resource(type, type, { target: fn.arn });

test.each([
  ["aws-native:lambda:Permission", true],
  ["awscc:index/x:X", true],
  ["command:local:Command", true],
  ["pulumi-nodejs:dynamic:Resource", true],
  ["aws:cloudformation/stack:Stack", true],
  ["awsx:ecs:FargateService", true],
  ["aws:lambda/permission:Permission", false],
  ["random:index/randomId:RandomId", false],
  ["pulumi:pulumi:Stack", false],
])("what %s does with a resource cannot be seen: %p", (type, expected) => {
  const stack = Stack.from(build([fn, user(type), resource("command:local:Command", "other")], "up"));
  const found = stack.ofType("aws:lambda/function:Function").map((one) => opaqueUsersOf(stack, one));
  expect(found.map((users) => users.map(({ name }) => name))).toEqual([expected ? [type] : []]);
});

test("a component whose parts are in the graph can be seen into", () => {
  const component = user("shop:index:Resizer");
  const part = resource("aws:lambda/alias:Alias", "live", {}, { parent: component });
  const stack = Stack.from(build([fn, component, part], "up"));
  expect(stack.ofType("aws:lambda/function:Function").map((one) => opaqueUsersOf(stack, one))).toEqual([[]]);
});
