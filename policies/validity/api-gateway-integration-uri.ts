import { APIGATEWAY_INTEGRATION } from "../../src/aws/type-tokens";
import { known, UNKNOWN } from "../../src/graph/value";
import { defineRule } from "../../src/rules/rule";

const AWS_TYPES: ReadonlySet<string> = new Set(["AWS", "AWS_PROXY"]);

export default defineRule({
  id: "api-gateway-integration-uri",
  category: "validity",
  description: "AWS integrations of a REST API must name their target by an ARN of API Gateway",
  severity: "high",
  level: "mandatory",
  basis: "aws-rejects",
  why:
    "A REST API calls a function or another AWS service through an ARN of API Gateway, which holds the region and the path " +
    "of the call. API Gateway rejects the ARN of the function itself.",
  fix: {
    typescript: `type: "AWS_PROXY",
integrationHttpMethod: "POST",
uri: handler.invokeArn,`,
    python: `type="AWS_PROXY",
integration_http_method="POST",
uri=handler.invoke_arn,`,
    yaml: `type: AWS_PROXY
integrationHttpMethod: POST
uri: \${handler.invokeArn}`,
  },
  limits:
    "HTTP and WebSocket APIs (apigatewayv2), HTTP and mock integrations, and integrations in an OpenAPI document. The ARN " +
    "of a function that does not exist yet is known once the function is created, just before the integration.",
  references: ["https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegration.html"],
  resource: {
    types: [APIGATEWAY_INTEGRATION],
    check(integration, { report, undecided }) {
      const type = integration.str("type");
      const uri = integration.str("uri");
      if (type === UNKNOWN) {
        undecided(integration, "type");
        return;
      }
      if (type === undefined || !AWS_TYPES.has(type)) {
        return;
      }
      if (uri === UNKNOWN) {
        undecided(integration, "uri");
        return;
      }
      const [prefix, , service] = known(uri) ? uri.split(":", 3) : [];
      if (prefix === "arn" && service !== "apigateway") {
        report({
          at: integration,
          property: "uri",
          message:
            service === "lambda"
              ? `An integration with \`type: "${type}"\` cannot call a function by the function's own ARN. Set \`uri\` to the function's \`invokeArn\`.`
              : `An integration with \`type: "${type}"\` cannot call a service by the ARN of a resource. Set \`uri\` to an ARN such as ` +
                '"arn:aws:apigateway:us-east-1:sqs:path/464738291005/orders".',
          awsError: "Invalid ARN specified in the request",
        });
      }
    },
  },
});
