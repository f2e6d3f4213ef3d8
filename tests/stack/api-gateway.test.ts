import { API_INTEGRATION, API_METHOD, partsOfApi, REST_API, restApiAt } from "../../stack/api-gateway";
import { Stack } from "../../stack/stack";
import { build, resource, type BuiltResource, type Input, type Shape } from "../../testing/stack";

const api = resource(REST_API, "orders");
const other = resource(REST_API, "other");
const method = (name: string, restApi: Input, external = false): BuiltResource =>
  resource(API_METHOD, name, { restApi, resourceId: "abc", httpMethod: "GET", authorization: "NONE" }, { external });

describe.each<Shape>(["preview", "up"])("a REST API (%s)", (shape) => {
  const get = method("get", api.id);
  const mock = resource(API_INTEGRATION, "mock", { restApi: get.restApi, httpMethod: "GET", type: "MOCK" });
  const stack = Stack.from(
    build(
      [api, other, get, mock, method("read", api.id, true), method("there", other.id), method("by-id", "a1")],
      shape,
    ),
  );
  const named = (name: string): string | undefined =>
    stack.resources.filter((one) => one.name === name).map((one) => restApiAt(stack, one.at("restApi"))?.name)[0];

  it("is named by its parts, also by one through another", () => {
    expect(["get", "mock", "there", "by-id"].map(named)).toEqual(["orders", "orders", "other", undefined]);
  });

  it("has the parts that the stack manages", () => {
    const [orders] = stack.ofType(REST_API);
    const parts = orders ? partsOfApi(stack, orders, API_METHOD, API_INTEGRATION) : [];
    expect(parts.map(({ name }) => name).sort()).toEqual(["get", "mock"]);
  });
});
