import { partsOfApi, restApiAt } from "../../../src/aws/delivery/api-gateway";
import { APIGATEWAY_INTEGRATION, APIGATEWAY_METHOD, APIGATEWAY_REST_API } from "../../../src/aws/type-tokens";
import { Stack } from "../../../src/graph/stack";
import { build, resource, type BuiltResource, type Input, type Shape } from "../../../src/testing/stack";

const api = resource(APIGATEWAY_REST_API, "orders");
const other = resource(APIGATEWAY_REST_API, "other");
const method = (name: string, restApi: Input, external = false): BuiltResource =>
  resource(
    APIGATEWAY_METHOD,
    name,
    { restApi, resourceId: "abc", httpMethod: "GET", authorization: "NONE" },
    { external },
  );

describe.each<Shape>(["preview", "up"])("a REST API (%s)", (shape) => {
  const get = method("get", api.id);
  const mock = resource(APIGATEWAY_INTEGRATION, "mock", { restApi: get.restApi, httpMethod: "GET", type: "MOCK" });
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
    const [orders] = stack.ofType(APIGATEWAY_REST_API);
    const parts = orders ? partsOfApi(stack, orders, APIGATEWAY_METHOD, APIGATEWAY_INTEGRATION) : [];
    expect(parts.map(({ name }) => name).sort()).toEqual(["get", "mock"]);
  });
});
