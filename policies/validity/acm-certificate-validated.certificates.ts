import {
  ACM_CERTIFICATE,
  ACM_CERTIFICATE_VALIDATION,
  APIGATEWAY_DOMAIN_NAME,
  LB_LISTENER,
} from "../../src/aws/type-tokens";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { known } from "../../src/graph/value";
import type { View } from "../../src/graph/view";

/** A property that names an ACM certificate. */
export interface CertificateUse {
  at: View;
  /** True where AWS accepts a certificate of us-east-1 only, whatever the region of the resource. */
  isAtEdge: boolean;
}

const PROPERTIES: readonly { type: string; path: [string, ...string[]]; isAtEdge: boolean }[] = [
  { type: LB_LISTENER, path: ["certificateArn"], isAtEdge: false },
  { type: "aws:lb/listenerCertificate:ListenerCertificate", path: ["certificateArn"], isAtEdge: false },
  { type: APIGATEWAY_DOMAIN_NAME, path: ["regionalCertificateArn"], isAtEdge: false },
  { type: APIGATEWAY_DOMAIN_NAME, path: ["certificateArn"], isAtEdge: true },
  {
    type: "aws:apigatewayv2/domainName:DomainName",
    path: ["domainNameConfiguration", "certificateArn"],
    isAtEdge: false,
  },
  {
    type: "aws:cloudfront/distribution:Distribution",
    path: ["viewerCertificate", "acmCertificateArn"],
    isAtEdge: true,
  },
  { type: "aws:cognito/userPoolDomain:UserPoolDomain", path: ["certificateArn"], isAtEdge: true },
];

/** The properties in the stack that name certificates. */
export function certificateUses(stack: Stack): CertificateUse[] {
  return PROPERTIES.flatMap(({ type, path, isAtEdge }) =>
    stack
      .managed(type)
      .map((resource) => ({ at: resource.at(...path), isAtEdge: isAtEdge && !mayBeRegional(resource) }))
      .filter(({ at }) => !at.isAbsent && at.value !== ""),
  );
}

// The domain of a private API takes its certificate from its own region.
function mayBeRegional(resource: Resource): boolean {
  const types = resource.type === APIGATEWAY_DOMAIN_NAME ? (resource.list("endpointConfiguration", "types") ?? []) : [];
  return !known(types) || types.some((type) => type.value !== "EDGE");
}

/** The certificates of the stack that a property names, directly or through their validation. */
export function certificatesAt(stack: Stack, view: View): Resource[] {
  const named = stack.refs(view, ACM_CERTIFICATE, ACM_CERTIFICATE_VALIDATION).resources;
  return [
    ...new Set(
      named.flatMap((one) =>
        one.type === ACM_CERTIFICATE ? [one] : stack.refs(one.at("certificateArn"), ACM_CERTIFICATE).resources,
      ),
    ),
  ];
}

/** The resources that wait until a certificate is issued. */
export function validationsOf(stack: Stack, certificate: Resource): readonly Resource[] {
  return stack.referrers(certificate, "certificateArn", ACM_CERTIFICATE_VALIDATION);
}
