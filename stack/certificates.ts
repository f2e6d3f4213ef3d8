import { LISTENER } from "./load-balancing";
import type { Resource } from "./resource";
import type { Stack } from "./stack";
import { known } from "./value";
import type { View } from "./view";

export const CERTIFICATE = "aws:acm/certificate:Certificate";
export const CERTIFICATE_VALIDATION = "aws:acm/certificateValidation:CertificateValidation";

const API_DOMAIN = "aws:apigateway/domainName:DomainName";

/** Where a resource names a certificate of ACM. */
export interface CertificateUse {
  at: View;
  /** True where AWS takes one of us-east-1 only, wherever the resource itself lies. */
  atEdge: boolean;
}

const PLACES: readonly { type: string; path: [string, ...string[]]; atEdge: boolean }[] = [
  { type: LISTENER, path: ["certificateArn"], atEdge: false },
  { type: "aws:lb/listenerCertificate:ListenerCertificate", path: ["certificateArn"], atEdge: false },
  { type: API_DOMAIN, path: ["regionalCertificateArn"], atEdge: false },
  { type: API_DOMAIN, path: ["certificateArn"], atEdge: true },
  {
    type: "aws:apigatewayv2/domainName:DomainName",
    path: ["domainNameConfiguration", "certificateArn"],
    atEdge: false,
  },
  {
    type: "aws:cloudfront/distribution:Distribution",
    path: ["viewerCertificate", "acmCertificateArn"],
    atEdge: true,
  },
  { type: "aws:cognito/userPoolDomain:UserPoolDomain", path: ["certificateArn"], atEdge: true },
];

/** The places in the stack that name certificates. */
export function certificateUses(stack: Stack): CertificateUse[] {
  return PLACES.flatMap(({ type, path, atEdge }) =>
    stack
      .ofType(type)
      .filter(({ outside }) => !outside)
      .map((resource) => ({ at: resource.at(...path), atEdge: atEdge && !mayBeRegional(resource) }))
      .filter(({ at }) => !at.isAbsent && at.value !== ""),
  );
}

// A domain of private APIs takes its certificate from the region that it lies in.
function mayBeRegional(resource: Resource): boolean {
  const types = resource.type === API_DOMAIN ? (resource.list("endpointConfiguration", "types") ?? []) : [];
  return !known(types) || types.some((type) => type.value !== "EDGE");
}

/** The certificates of the stack at a place, by themselves or through what waits for their validation. */
export function certificatesAt(stack: Stack, view: View): Resource[] {
  const named = stack.refs(view, CERTIFICATE, CERTIFICATE_VALIDATION).resources;
  return [
    ...new Set(
      named.flatMap((one) =>
        one.type === CERTIFICATE ? [one] : stack.refs(one.at("certificateArn"), CERTIFICATE).resources,
      ),
    ),
  ];
}

/** What waits until a certificate is issued. */
export function validationsOf(stack: Stack, certificate: Resource): readonly Resource[] {
  return stack.referrers(certificate, "certificateArn", CERTIFICATE_VALIDATION);
}
