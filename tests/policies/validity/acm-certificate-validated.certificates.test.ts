import {
  certificatesAt,
  certificateUses,
  validationsOf,
} from "../../../policies/validity/acm-certificate-validated.certificates";
import { ACM_CERTIFICATE, ACM_CERTIFICATE_VALIDATION } from "../../../src/aws/type-tokens";
import { Stack } from "../../../src/graph/stack";
import { build, resource, type Shape } from "../../../src/testing/stack";

const certificate = resource(ACM_CERTIFICATE, "shop", { domainName: "shop.io", validationMethod: "DNS" });
const validation = resource(ACM_CERTIFICATE_VALIDATION, "issued", { certificateArn: certificate.arn });
const listener = resource("aws:alb/listener:Listener", "https", { certificateArn: validation.certificateArn });
const domain = resource("aws:apigateway/domainName:DomainName", "api", {
  domainName: "api.shop.io",
  certificateArn: certificate.arn,
});
const site = resource("aws:cloudfront/distribution:Distribution", "site", { viewerCertificate: {} });

describe.each<Shape>(["preview", "up"])("certificates (%s)", (shape) => {
  const stack = Stack.from(build([certificate, validation, listener, domain, site], shape));
  const uses = certificateUses(stack);

  it("are named by what uses them, at the edge or not", () => {
    expect(uses.map(({ at, isAtEdge }) => [at.resource.name, at.path, isAtEdge])).toEqual([
      ["https", "certificateArn", false],
      ["api", "certificateArn", true],
    ]);
  });

  it("are found through their validation too", () => {
    expect(uses.map(({ at }) => certificatesAt(stack, at).map(({ name }) => name))).toEqual([["shop"], ["shop"]]);
  });

  it("have what waits until they are issued", () => {
    const [shop] = stack.ofType(ACM_CERTIFICATE);
    expect(shop && validationsOf(stack, shop).map(({ name }) => name)).toEqual(["issued"]);
  });
});

describe("a domain of API Gateway", () => {
  it.each([
    ["EDGE", true],
    ["PRIVATE", false],
    ["REGIONAL", false],
  ])("takes its certificate from the edge or not: %s", (type, isAtEdge) => {
    const inputs = { certificateArn: certificate.arn, endpointConfiguration: { types: type } };
    const stack = Stack.from(
      build([certificate, resource("aws:apigateway/domainName:DomainName", "api", inputs)], "up"),
    );
    expect(certificateUses(stack).map((use) => use.isAtEdge)).toEqual([isAtEdge]);
  });
});
