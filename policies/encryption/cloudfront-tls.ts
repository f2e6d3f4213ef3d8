import { CLOUDFRONT_DISTRIBUTION } from "../../src/aws/type-tokens";
import { equals, not } from "../../src/graph/certainty";
import { known, UNKNOWN } from "../../src/graph/value";
import type { View } from "../../src/graph/view";
import { defineRule, type Context } from "../../src/rules/rule";

// What allows versions before TLS 1.2; newer policies, whatever their names, are good.
const OLD_POLICIES: ReadonlySet<string> = new Set(["SSLv3", "TLSv1", "TLSv1_2016", "TLSv1.1_2016"]);
const OLD_PROTOCOLS: ReadonlySet<string> = new Set(["SSLv3", "TLSv1", "TLSv1.1"]);
const OLDEST = "TLSv1.2_2021";

export default defineRule({
  id: "cloudfront-tls",
  category: "encryption",
  description: "Distributions must use TLS 1.2 or newer with viewers and origins",
  severity: "medium",
  level: "advisory",
  failures: [],
  why:
    "Anything sent over plain HTTP can be read and changed on the way, and versions of TLS before 1.2 have known " +
    "vulnerabilities. No browser of the last ten years needs them.",
  fix: {
    typescript: `defaultCacheBehavior: { viewerProtocolPolicy: "redirect-to-https", /* … */ },
viewerCertificate: { acmCertificateArn, sslSupportMethod: "sni-only", minimumProtocolVersion: "TLSv1.2_2021" },`,
    python: `default_cache_behavior={"viewer_protocol_policy": "redirect-to-https"},  # and the rest of it
viewer_certificate={
    "acm_certificate_arn": arn,
    "ssl_support_method": "sni-only",
    "minimum_protocol_version": "TLSv1.2_2021",
},`,
    yaml: `defaultCacheBehavior:
  viewerProtocolPolicy: redirect-to-https
viewerCertificate:
  acmCertificateArn: \${certificate.arn}
  sslSupportMethod: sni-only
  minimumProtocolVersion: TLSv1.2_2021`,
  },
  limits:
    "The oldest version where the certificate is CloudFront's own, which cannot be chosen; origins that CloudFront " +
    "reaches over HTTP only, unless the contract names a framework.",
  references: [
    "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https.html",
    "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/secure-connections-supported-viewer-protocols-ciphers.html",
  ],
  resource: {
    types: [CLOUDFRONT_DISTRIBUTION],
    check(distribution, context) {
      for (const behavior of [
        ...listed(distribution, "defaultCacheBehavior"),
        ...listed(distribution, "orderedCacheBehaviors"),
      ]) {
        checkBehavior(behavior, context);
      }
      for (const certificate of listed(distribution, "viewerCertificate")) {
        checkCertificate(certificate, context);
      }
      for (const origin of listed(distribution, "origins")) {
        checkOrigin(origin, context);
      }
    },
  },
  remediation: {
    does:
      'sets `viewerProtocolPolicy: "redirect-to-https"` instead of `allow-all`, and `minimumProtocolVersion: "TLSv1.2_2021"` where ' +
      "the certificate is served by name (`sni-only`)",
    leaves: "Origins, since the protocols that they support are not known.",
  },
});

function listed(view: View, property: string): View[] {
  const elements = view.list(property);
  return known(elements) ? elements : [];
}

function checkBehavior(behavior: View, { decide }: Context): void {
  const policy = behavior.str("viewerProtocolPolicy");
  decide(policy === UNKNOWN ? UNKNOWN : policy !== "allow-all", {
    at: behavior,
    property: "viewerProtocolPolicy",
    fix: { viewerProtocolPolicy: "redirect-to-https" },
    message:
      'Viewers can connect over plain HTTP. Set `viewerProtocolPolicy: "redirect-to-https"`, or "https-only" for an API.',
  });
}

function checkCertificate(certificate: View, { decide }: Context): void {
  const isOwn = !certificate.at("acmCertificateArn").isAbsent || !certificate.at("iamCertificateId").isAbsent;
  const oldest = certificate.str("minimumProtocolVersion");
  if (isOwn) {
    decide(oldest === UNKNOWN ? UNKNOWN : oldest !== undefined && !OLD_POLICIES.has(oldest), {
      at: certificate,
      property: "minimumProtocolVersion",
      // With a dedicated address (vip), a distribution takes newer policies only after a request to AWS.
      ...(certificate.str("sslSupportMethod") === "sni-only" && { fix: { minimumProtocolVersion: OLDEST } }),
      message:
        `Viewers can use versions of TLS before 1.2 (${known(oldest) ? `"${oldest}"` : 'the default is "TLSv1"'}). ` +
        `Set \`minimumProtocolVersion: "${OLDEST}"\`.`,
    });
  }
}

function checkOrigin(origin: View, { servesFramework, decide }: Context): void {
  const isPlain = equals(origin.str("customOriginConfig", "originProtocolPolicy"), "http-only");
  if (servesFramework) {
    decide(not(isPlain), {
      at: origin,
      property: "customOriginConfig.originProtocolPolicy",
      message:
        'CloudFront connects to this origin over plain HTTP only. Set `originProtocolPolicy: "https-only"`; a bucket takes ' +
        "TLS at its own domain name, not at that of its website.",
    });
  }
  const protocols = listed(origin.at("customOriginConfig"), "originSslProtocols");
  const old = protocols.map((protocol) => protocol.str()).filter((name) => known(name) && OLD_PROTOCOLS.has(name));
  if (old.length > 0) {
    decide(isPlain, {
      at: origin,
      property: "customOriginConfig.originSslProtocols",
      message:
        `CloudFront can use ${old.map((name) => `"${String(name)}"`).join(", ")} with this origin. ` +
        'Set `originSslProtocols: ["TLSv1.2"]`.',
    });
  }
}
