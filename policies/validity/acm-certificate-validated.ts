import { certificatesAt, certificateUses, validationsOf } from "../../stack/certificates";
import { DISTRIBUTION } from "../../stack/edge-functions";
import { awaitedBy, makeWait, waitsForOneOf } from "../../stack/ordering";
import { EDGE_REGION, regionInForce } from "../../stack/region";
import type { Resource } from "../../stack/resource";
import type { Stack } from "../../stack/stack";
import { known, UNKNOWN } from "../../stack/value";
import type { View } from "../../stack/view";
import { defineRule, type Context } from "../rule";

const CERTIFICATE_ARN = /^arn:aws[\w-]*:acm:([a-z0-9-]+):/;

// China and the regions of governments have no us-east-1.
const OTHER_PARTITION = /^(?:cn|us-gov|us-iso[a-z]*|eu-isoe|eusc)-/;

/** True for a certificate that ACM issues once DNS shows that the domain is one's own. */
const isByDns = (certificate: Resource): boolean =>
  certificate.str("validationMethod") === "DNS" && certificate.at("certificateAuthorityArn").isAbsent;

/** The region of the certificate at a place, where it is known. */
function regionAt(stack: Stack, at: View, { project }: Context): string | undefined {
  const [certificate, ...others] = certificatesAt(stack, at);
  if (!certificate || certificate.outside || others.length > 0) {
    return CERTIFICATE_ARN.exec(String(at.str()))?.[1];
  }
  const region = regionInForce(certificate, project);
  return known(region) ? region : undefined;
}

/** True when something in the stack makes the records that prove the domain, or may do so once the certificate exists. */
function hasRecords(stack: Stack, certificate: Resource, validation: Resource): boolean {
  const names = validation.list("validationRecordFqdns") ?? [];
  const isRecord = ({ type }: Resource): boolean => /record/i.test(type);
  return (
    names === UNKNOWN ||
    names.length > 0 ||
    stack.resources.some((resource) => isRecord(resource) && awaitedBy(stack, resource).has(certificate))
  );
}

/** True when the program makes validations, which it may do inside of an `apply` that waits for the certificate. */
const isMadeLater = ({ project }: Context): boolean =>
  project.files?.sources.some(({ text }) => text.includes("CertificateValidation")) === true;

export default defineRule({
  id: "acm-certificate-validated",
  category: "validity",
  description: "Certificates are validated before they are used, and at the edge they are in us-east-1",
  severity: "high",
  level: "mandatory",
  failures: [],
  why:
    "ACM issues a certificate once a record in DNS shows that the domain is yours. What uses it earlier is refused, and so " +
    "is a certificate of another region than us-east-1 with CloudFront.",
  fix: {
    typescript:
      'const validation = new aws.acm.CertificateValidation("shop", {\n  certificateArn: certificate.arn,\n' +
      "  validationRecordFqdns: [record.fqdn],\n});\n// and in the listener: certificateArn: validation.certificateArn",
    python:
      'validation = aws.acm.CertificateValidation("shop",\n    certificate_arn=certificate.arn,\n' +
      "    validation_record_fqdns=[record.fqdn])\n# and in the listener: certificate_arn=validation.certificate_arn",
    yaml:
      "resources:\n  shop:\n    type: aws:acm:CertificateValidation\n    properties:\n" +
      '      certificateArn: ${certificate.arn}\n      validationRecordFqdns: ["${record.fqdn}"]\n' +
      "  https:\n    type: aws:lb:Listener\n    properties:\n      certificateArn: ${shop.certificateArn}",
  },
  limits:
    "Certificates that are imported, validated by e-mail or of a private authority, and those outside the stack. What " +
    "concerns the order stops nothing: a certificate may have been issued already.",
  stack(stack, context) {
    const { report, undecided, project } = context;
    const used = new Set<Resource>();
    for (const { at, atEdge } of certificateUses(stack)) {
      const region = atEdge ? regionAt(stack, at, context) : undefined;
      if (region !== undefined && region !== EDGE_REGION && !OTHER_PARTITION.test(region)) {
        report({
          at,
          message:
            `this takes a certificate of ${EDGE_REGION} only, and this one is in ${region}; make it with a provider for ` +
            `${EDGE_REGION}, or with region: "${EDGE_REGION}".`,
          ...(at.resource.type === DISTRIBUTION && {
            answer:
              "The specified SSL certificate doesn't exist, isn't in us-east-1 region, isn't valid, or doesn't include a " +
              "valid certificate chain",
          }),
        });
      }
      for (const certificate of certificatesAt(stack, at).filter((one) => !one.outside && isByDns(one))) {
        const validations = validationsOf(stack, certificate);
        const [validation] = validations;
        used.add(certificate);
        if (!validation && at.isUnknown && isMadeLater(context)) {
          undecided(at);
        } else if (!waitsForOneOf(stack, at.resource, validations)) {
          report({
            at,
            level: "advisory",
            ...(validation && { awaits: [validation] }),
            message: validation
              ? `nothing makes it wait until the certificate ${certificate.name} is issued; use ` +
                `${validation.name}.certificateArn, or ` +
                `${makeWait(stack, at.resource, [validation], project.files?.settings?.runtime)}.`
              : `nothing waits until the certificate ${certificate.name} is issued, and AWS refuses one that is not; add an ` +
                "aws.acm.CertificateValidation, and use its certificateArn here.",
          });
        }
      }
    }
    for (const certificate of used) {
      const [validation] = validationsOf(stack, certificate);
      if (validation && !hasRecords(stack, certificate, validation)) {
        report({
          at: validation,
          level: "advisory",
          message:
            `it waits for ${certificate.name} to be issued, and the stack makes no record that proves the domain; add an ` +
            "aws.route53.Record for each of the certificate's domainValidationOptions.",
        });
      }
    }
  },
});
