import { ACM_CERTIFICATE, ELB_LOAD_BALANCER } from "../../src/aws/type-tokens";
import type { Certainty } from "../../src/graph/certainty";
import type { Stack } from "../../src/graph/stack";
import { known, UNKNOWN } from "../../src/graph/value";
import type { View } from "../../src/graph/view";
import { defineRule } from "../../src/rules/rule";

const CERTIFICATES = [ACM_CERTIFICATE, "aws:acm/certificateValidation:CertificateValidation"];
const SERVER_CERTIFICATE = "aws:iam/serverCertificate:ServerCertificate";
const ENCRYPTED = /^(?:https|ssl)$/i;

export default defineRule({
  id: "classic-load-balancer-certificate",
  category: "delivery",
  description: "Classic load balancers must use certificates of Certificate Manager",
  severity: "medium",
  level: "only-if-required",
  why:
    "Certificate Manager renews its certificates by itself. One that is uploaded to IAM ends on a day that is easy to " +
    "forget, and its private key has been outside of AWS.",
  fix: {
    typescript: `listeners: [{
  lbPort: 443, lbProtocol: "https", instancePort: 80, instanceProtocol: "http",
  sslCertificateId: certificate.arn, // of an aws.acm.Certificate
}],`,
    python: `listeners=[{
    "lb_port": 443, "lb_protocol": "https", "instance_port": 80, "instance_protocol": "http",
    "ssl_certificate_id": certificate.arn,  # of an aws.acm.Certificate
}],`,
    yaml: `listeners:
  - lbPort: 443
    lbProtocol: https
    instancePort: 80
    instanceProtocol: http
    sslCertificateId: \${certificate.arn} # of an aws:acm:Certificate`,
  },
  references: [
    "https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html",
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/ssl-server-cert.html",
  ],
  alone: [ELB_LOAD_BALANCER],
  stack(stack, { decide, undecided }) {
    for (const balancer of stack.managed(ELB_LOAD_BALANCER)) {
      const listeners = balancer.list("listeners") ?? [];
      if (!known(listeners)) {
        undecided(balancer, "listeners");
        continue;
      }
      for (const listener of listeners) {
        const protocol = listener.str("lbProtocol");
        if (known(protocol) && ENCRYPTED.test(protocol)) {
          decide(isOfCertificateManager(stack, listener.at("sslCertificateId")), {
            at: listener,
            property: "sslCertificateId",
            message:
              "The certificate of this listener is not one of Certificate Manager, which renews its own. Set " +
              "`sslCertificateId` to the ARN of an aws.acm.Certificate.",
          });
        }
      }
    }
  },
});

function isOfCertificateManager(stack: Stack, certificate: View): Certainty {
  const arn = certificate.str();
  if (arn === undefined || known(arn)) {
    return arn !== undefined && /^arn:aws[a-z-]*:acm:/.test(arn);
  }
  if (stack.refs(certificate, SERVER_CERTIFICATE).resources.length > 0) {
    return false;
  }
  return stack.refs(certificate, ...CERTIFICATES).resources.length > 0 ? true : UNKNOWN;
}
