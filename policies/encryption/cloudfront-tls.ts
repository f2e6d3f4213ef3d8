import { DISTRIBUTION } from "../../stack/edge-functions";
import { known, UNKNOWN } from "../../stack/value";
import type { View } from "../../stack/view";
import { defineRule, type Context } from "../rule";

// What is older than TLS 1.2; newer policies, whatever their names, are good.
const OLD_POLICIES: ReadonlySet<string> = new Set(["SSLv3", "TLSv1", "TLSv1_2016", "TLSv1.1_2016"]);
const OLD_PROTOCOLS: ReadonlySet<string> = new Set(["SSLv3", "TLSv1", "TLSv1.1"]);
const OLDEST = "TLSv1.2_2021";

export default defineRule({
  id: "cloudfront-tls",
  category: "encryption",
  description: "Distributions speak TLS 1.2 or newer with viewers and origins",
  severity: "medium",
  level: "advisory",
  failures: [],
  why:
    "What goes over plain HTTP can be read and changed on the way, and versions of TLS before 1.2 have flaws that are " +
    "known. No browser of the last ten years needs them.",
  fix: {
    typescript:
      'defaultCacheBehavior: { viewerProtocolPolicy: "redirect-to-https", /* … */ },\n' +
      'viewerCertificate: { acmCertificateArn, sslSupportMethod: "sni-only", minimumProtocolVersion: "TLSv1.2_2021" },',
    python:
      'default_cache_behavior={"viewer_protocol_policy": "redirect-to-https"},  # and the rest of it\n' +
      'viewer_certificate={"acm_certificate_arn": arn, "ssl_support_method": "sni-only", "minimum_protocol_version": "TLSv1.2_2021"},',
    yaml:
      "defaultCacheBehavior:\n  viewerProtocolPolicy: redirect-to-https\nviewerCertificate:\n" +
      "  acmCertificateArn: ${certificate.arn}\n  sslSupportMethod: sni-only\n" +
      "  minimumProtocolVersion: TLSv1.2_2021",
  },
  limits:
    "The oldest version where the certificate is CloudFront's own, which cannot be chosen; origins that CloudFront reaches over HTTP only.",
  resource: {
    types: [DISTRIBUTION],
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
    leaves: "Origins, as nobody here knows what they speak.",
  },
});

function listed(view: View, property: string): View[] {
  const elements = view.list(property);
  return known(elements) ? elements : [];
}

function checkBehavior(behavior: View, { report, undecided }: Context): void {
  const policy = behavior.str("viewerProtocolPolicy");
  if (policy === UNKNOWN) {
    undecided(behavior, "viewerProtocolPolicy");
  } else if (policy === "allow-all") {
    report({
      at: behavior,
      property: "viewerProtocolPolicy",
      mend: { viewerProtocolPolicy: "redirect-to-https" },
      message: 'viewers may come over plain HTTP; set viewerProtocolPolicy: "redirect-to-https" (or "https-only").',
    });
  }
}

function checkCertificate(certificate: View, { report, undecided }: Context): void {
  const isOwn = !certificate.at("acmCertificateArn").isAbsent || !certificate.at("iamCertificateId").isAbsent;
  const oldest = certificate.str("minimumProtocolVersion");
  if (!isOwn) {
    return;
  }
  if (oldest === UNKNOWN) {
    undecided(certificate, "minimumProtocolVersion");
  } else if (oldest === undefined || OLD_POLICIES.has(oldest)) {
    report({
      at: certificate,
      property: "minimumProtocolVersion",
      // With an address of its own (vip), a distribution takes newer policies only after a request to AWS.
      ...(certificate.str("sslSupportMethod") === "sni-only" && { mend: { minimumProtocolVersion: OLDEST } }),
      message:
        `viewers may use versions of TLS before 1.2 (${oldest ?? "TLSv1, where nothing is said"}); ` +
        `set minimumProtocolVersion: "${OLDEST}".`,
    });
  }
}

function checkOrigin(origin: View, { report }: Context): void {
  const isPlain = origin.str("customOriginConfig", "originProtocolPolicy") === "http-only";
  const protocols = isPlain ? [] : listed(origin.at("customOriginConfig"), "originSslProtocols");
  const old = protocols.map((protocol) => protocol.str()).filter((name) => known(name) && OLD_PROTOCOLS.has(name));
  if (old.length > 0) {
    report({
      at: origin,
      property: "customOriginConfig.originSslProtocols",
      message: `CloudFront may speak ${old.map(String).join(", ")} with this origin; set originSslProtocols: ["TLSv1.2"].`,
    });
  }
}
