import { API_INTEGRATION } from "../../stack/api-gateway";
import { known, UNKNOWN } from "../../stack/value";
import { defineRule } from "../rule";

const OF_AWS: ReadonlySet<string> = new Set(["AWS", "AWS_PROXY"]);

export default defineRule({
  id: "api-gateway-integration-uri",
  category: "validity",
  description: "Integrations name what they call in the form of API Gateway",
  severity: "high",
  level: "mandatory",
  failures: [],
  why:
    "A REST API calls a function or another service of AWS through an ARN of API Gateway's own, with the region and the " +
    "path of the call in it. The ARN of the function itself is refused.",
  fix: {
    typescript: 'type: "AWS_PROXY",\nintegrationHttpMethod: "POST",\nuri: handler.invokeArn,',
    python: 'type="AWS_PROXY",\nintegration_http_method="POST",\nuri=handler.invoke_arn,',
    yaml: "type: AWS_PROXY\nintegrationHttpMethod: POST\nuri: ${handler.invokeArn}",
  },
  limits:
    "HTTP and WebSocket APIs (apigatewayv2), HTTP and mock integrations, and integrations in an OpenAPI document. The ARN " +
    "of a function that does not exist yet is known once that is made, just before the integration.",
  resource: {
    types: [API_INTEGRATION],
    check(integration, { report, undecided }) {
      const type = integration.str("type");
      const uri = integration.str("uri");
      const [prefix = "", , service] = known(uri) ? uri.split(":", 3) : [];
      const isOther = prefix === "arn" && service !== "apigateway";
      if (type === UNKNOWN || (OF_AWS.has(String(type)) && uri === UNKNOWN)) {
        undecided(integration, type === UNKNOWN ? "type" : "uri");
      } else if (known(type) && OF_AWS.has(type) && isOther) {
        report({
          at: integration,
          property: "uri",
          message:
            service === "lambda"
              ? `an integration of type ${type} cannot call a function by its own ARN; set uri to the function's invokeArn.`
              : `an integration of type ${type} cannot name a service by an ARN of its own; set uri to ` +
                "arn:aws:apigateway:REGION:SERVICE:path/… or …:action/….",
          answer: "Invalid ARN specified in the request",
        });
      }
    },
  },
});
