import { CLOUDFRONT_DISTRIBUTION, LB_LISTENER } from "../../src/aws/type-tokens";
import { allowedBy, quoted } from "../../src/contract/allowed";
import { tableOf } from "../../src/contract/facts";
import type { Resource } from "../../src/graph/resource";
import { known, UNKNOWN } from "../../src/graph/value";
import type { View } from "../../src/graph/view";
import { defineRule, type Context } from "../../src/rules/rule";

const DOMAINS = ["aws:opensearch/domain:Domain", "aws:elasticsearch/domain:Domain"];

/** Where a resource names its policy, how the names of such policies begin, and which one AWS takes where none is named. */
interface Place {
  at: View;
  property: string;
  prefix: string;
  whereUnset: string;
}

export default defineRule({
  id: "tls-policy-allowed",
  category: "encryption",
  description: "TLS policies must be ones that the contract allows",
  severity: "medium",
  level: "only-if-required",
  contractKeys: ["allowedTlsPolicies"],
  why:
    "A TLS policy decides which versions and ciphers clients may use. What is allowed in one industry is forbidden in another, " +
    "and an audit requires the list.",
  fix: {
    typescript: `sslPolicy: "ELBSecurityPolicy-TLS13-1-3-2021-06",`,
    python: `ssl_policy="ELBSecurityPolicy-TLS13-1-3-2021-06",`,
    yaml: `sslPolicy: ELBSecurityPolicy-TLS13-1-3-2021-06`,
  },
  limits:
    "Classic load balancers and custom domains of API Gateway. Distributions with the certificate of CloudFront, whose policy " +
    "cannot be chosen.",
  references: [
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html",
    "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/secure-connections-supported-viewer-protocols-ciphers.html",
  ],
  resource: {
    types: [LB_LISTENER, CLOUDFRONT_DISTRIBUTION, ...DOMAINS],
    check(resource, { contract, decide, undecided }) {
      for (const { at, property, prefix, whereUnset } of placesOf(resource, contract)) {
        const allowed = (contract.allowedTlsPolicies ?? []).filter((name) => name.startsWith(prefix));
        if (allowed.length === 0) {
          continue;
        }
        if (at.isUnknown) {
          undecided(at);
          continue;
        }
        const policy = at.str(property) ?? whereUnset;
        const name = known(policy) && policy !== "" ? policy : whereUnset;
        decide(policy === UNKNOWN ? UNKNOWN : allowedBy(allowed)(name), {
          at,
          property,
          message:
            `The TLS policy is "${name}", and the contract allows ${quoted(allowed)}. ` +
            `Set \`${property}\` to an allowed one.`,
        });
      }
    },
  },
});

function placesOf(resource: Resource, contract: Context["contract"]): Place[] {
  if (resource.type === LB_LISTENER) {
    const protocol = resource.str("protocol");
    const { whereUnset } = tableOf(contract, "elb-tls-policies");
    return known(protocol) && /^(https|tls)$/i.test(protocol)
      ? [{ at: resource, property: "sslPolicy", prefix: "ELBSecurityPolicy-", whereUnset }]
      : [];
  }
  if (resource.type === CLOUDFRONT_DISTRIBUTION) {
    const certificate = resource.at("viewerCertificate");
    const isOwn = !certificate.at("acmCertificateArn").isAbsent || !certificate.at("iamCertificateId").isAbsent;
    const place = { at: certificate, property: "minimumProtocolVersion", prefix: "TLSv1", whereUnset: "TLSv1" };
    return certificate.isUnknown || isOwn ? [place] : [];
  }
  const whereUnset = "Policy-Min-TLS-1-2-2019-07";
  const options = resource.at("domainEndpointOptions");
  return [{ at: options, property: "tlsSecurityPolicy", prefix: "Policy-Min-TLS-", whereUnset }];
}
