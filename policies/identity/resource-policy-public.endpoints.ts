import { API_POLICY, partsOfApi, restApiAt } from "../../src/aws/delivery/api-gateway";
import { APIGATEWAY_METHOD, APIGATEWAY_REST_API } from "../../src/aws/type-tokens";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { known, UNKNOWN } from "../../src/graph/value";
import type { View } from "../../src/graph/view";
import type { Context } from "../../src/rules/rule";
import { checkDocument } from "./resource-policy-public.documents";

/** The types of search domains. */
export const SEARCH_DOMAINS = ["aws:opensearch/domain:Domain", "aws:elasticsearch/domain:Domain"];
const DOMAIN_POLICIES = ["aws:opensearch/domainPolicy:DomainPolicy", "aws:elasticsearch/domainPolicy:DomainPolicy"];

/** The access policies of search domains with a public endpoint; in a VPC the network decides who reaches a domain. */
export function checkSearchDomains(stack: Stack, context: Context): void {
  const check = (domain: Resource | undefined, document: View): void => {
    if (domain === undefined || domain.external || domain.at("vpcOptions").isAbsent) {
      const hasUsers =
        domain?.external === false && (domain.bool("advancedSecurityOptions", "enabled") ?? false) !== false;
      checkDocument(document, "search domain", context, hasUsers ? { level: "advisory" } : {});
    }
  };
  for (const domain of stack.managed(...SEARCH_DOMAINS)) {
    check(domain, domain.at("accessPolicies"));
  }
  for (const policy of stack.managed(...DOMAIN_POLICIES)) {
    const [domain] = stack.refs(policy.at("domainName"), ...SEARCH_DOMAINS).resources;
    check(domain, policy.at("accessPolicies"));
  }
}

/** The policies of REST APIs. */
export function checkApis(stack: Stack, context: Context): void {
  const check = (api: Resource | undefined, document: View): void => {
    checkDocument(document, "API", context, api && hasAuthorizers(stack, api) ? { level: "advisory" } : {});
  };
  for (const api of stack.managed(APIGATEWAY_REST_API)) {
    check(api, api.at("policy"));
  }
  for (const policy of stack.managed(API_POLICY)) {
    check(restApiAt(stack, policy.at("restApiId")), policy.at("policy"));
  }
}

const AUTHORIZERS: ReadonlySet<unknown> = new Set(["CUSTOM", "COGNITO_USER_POOLS", UNKNOWN]);

/** True where each method of an API has an authorizer, or may have one, besides the policy; browsers send OPTIONS without credentials. */
function hasAuthorizers(stack: Stack, api: Resource): boolean {
  const methods = partsOfApi(stack, api, APIGATEWAY_METHOD).filter((method) => method.str("httpMethod") !== "OPTIONS");
  const body = api.str("body");
  return methods.length > 0
    ? methods.every((method) => AUTHORIZERS.has(method.str("authorization")) || method.at("httpMethod").isUnknown)
    : known(body) && body.includes("x-amazon-apigateway-authorizer");
}
