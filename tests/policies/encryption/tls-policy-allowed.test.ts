import rule from "../../../policies/encryption/tls-policy-allowed";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type Input } from "../../../src/testing/stack";

const contract = {
  allowedTlsPolicies: ["ELBSecurityPolicy-TLS13-1-3-*", "TLSv1.3_2025", "Policy-Min-TLS-1-2-PFS-2023-10"],
};
const listener = (sslPolicy: Input, protocol = "HTTPS") =>
  resource("aws:lb/listener:Listener", "listener", { protocol, sslPolicy });
const distribution = (viewerCertificate: Input) =>
  resource("aws:cloudfront/distribution:Distribution", "cdn", { viewerCertificate });
const domain = (tlsSecurityPolicy: Input) =>
  resource("aws:opensearch/domain:Domain", "search", { domainEndpointOptions: { tlsSecurityPolicy } });
const acmCertificateArn = "arn:aws:acm:us-east-1:111122223333:certificate/1";

ruleTest(rule, {
  valid: [
    {
      name: "allowed policies",
      contract,
      stack: [
        listener("ELBSecurityPolicy-TLS13-1-3-2021-06"),
        distribution({ acmCertificateArn, minimumProtocolVersion: "TLSv1.3_2025" }),
        domain("Policy-Min-TLS-1-2-PFS-2023-10"),
      ],
    },
    {
      name: "a kind that the contract does not list",
      contract: { allowedTlsPolicies: ["TLSv1.3_2025"] },
      stack: [listener("ELBSecurityPolicy-2016-08"), domain(undefined)],
    },
    {
      name: "what has no policy: a listener without TLS, the certificate of CloudFront",
      contract,
      stack: [listener(undefined, "HTTP"), distribution({ cloudfrontDefaultCertificate: true })],
    },
  ],
  invalid: [
    {
      name: "other policies, and those of AWS where none is set",
      contract,
      stack: [listener(undefined), distribution({ acmCertificateArn }), domain(undefined)],
      findings: [
        {
          resource: "cdn",
          path: "viewerCertificate.minimumProtocolVersion",
          level: "mandatory",
          message: /is "TLSv1"/,
        },
        { resource: "listener", path: "sslPolicy", message: /is "ELBSecurityPolicy-2016-08", and the contract allows/ },
        { resource: "search", path: "domainEndpointOptions.tlsSecurityPolicy" },
      ],
    },
  ],
  undecided: [
    { name: "a policy that is not known", contract, stack: [listener(unknown)], at: ["listener.sslPolicy"] },
    {
      name: "a certificate that is not known",
      contract,
      stack: [distribution(unknown)],
      at: ["cdn.viewerCertificate"],
    },
  ],
});
