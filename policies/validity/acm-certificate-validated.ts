import { certificatesAt, certificateUses, validationsOf } from "./acm-certificate-validated.certificates";
import { ACM_CERTIFICATE_VALIDATION, CLOUDFRONT_DISTRIBUTION } from "../../src/aws/type-tokens";
import { awaitedBy, makeWait, waitsForOneOf } from "../../src/graph/ordering";
import { EDGE_REGION, regionInForce } from "../../src/aws/region";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import type { View } from "../../src/graph/view";
import { known, UNKNOWN } from "../../src/graph/value";
import { variablesOf } from "../../src/source/variables";
import { defineRule, type Context } from "../../src/rules/rule";
import type { CertificateUse } from "./acm-certificate-validated.certificates";

const CERTIFICATE_ARN = /^arn:aws[\w-]*:acm:([a-z0-9-]+):/;

// China and the government regions have no us-east-1.
const OTHER_PARTITION = /^(?:cn|us-gov|us-iso[a-z]*|eu-isoe|eusc)-/;

/** True for a certificate that ACM issues once a DNS record proves the ownership of the domain. */
const isValidatedByDns = (certificate: Resource): boolean =>
  certificate.str("validationMethod") === "DNS" && certificate.at("certificateAuthorityArn").isAbsent;

/** True when the stack creates the records that prove the ownership, or may do so once the certificate exists. */
function hasRecords(stack: Stack, certificate: Resource, validation: Resource): boolean {
  const names = validation.list("validationRecordFqdns") ?? [];
  const isRecord = ({ type }: Resource): boolean => /record/i.test(type);
  return (
    names === UNKNOWN ||
    names.length > 0 ||
    stack.resources.some((resource) => isRecord(resource) && awaitedBy(stack, resource).has(certificate))
  );
}

/**
 * True when the program creates validations and the stack shows none, as inside an `apply` that waits for the certificate.
 */
const createsValidations = (stack: Stack, { project }: Context): boolean =>
  stack.ofType(ACM_CERTIFICATE_VALIDATION).length === 0 &&
  project.files?.sources.some(({ text }) => text.includes("CertificateValidation")) === true;

export default defineRule({
  id: "acm-certificate-validated",
  category: "validity",
  description: "Certificates must be issued before they are used, and at the edge they must be in us-east-1",
  severity: "high",
  level: "mandatory",
  basis: "aws-rejects",
  why:
    "ACM issues a certificate once a DNS record proves that you own the domain. AWS rejects a listener, domain or " +
    "distribution whose certificate is not issued yet. A listener finds certificates of its own region only, and CloudFront " +
    "those of us-east-1.",
  fix: {
    typescript: `const validation = new aws.acm.CertificateValidation("shop", {
  certificateArn: certificate.arn,
  validationRecordFqdns: [record.fqdn],
});
// and in the listener: certificateArn: validation.certificateArn`,
    python: `validation = aws.acm.CertificateValidation("shop",
    certificate_arn=certificate.arn,
    validation_record_fqdns=[record.fqdn])
# and in the listener: certificate_arn=validation.certificate_arn`,
    yaml: `resources:
  shop:
    type: aws:acm:CertificateValidation
    properties:
      certificateArn: \${certificate.arn}
      validationRecordFqdns: ["\${record.fqdn}"]
  https:
    type: aws:lb:Listener
    properties:
      certificateArn: \${shop.certificateArn}`,
  },
  limits:
    "Certificates that are imported, validated by e-mail or issued by a private authority, and those of other stacks. " +
    "A missing wait is advisory, since the certificate may be issued already.",
  references: [
    "https://docs.aws.amazon.com/acm/latest/userguide/dns-validation.html",
    "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-and-https-requirements.html",
  ],
  stack(stack, context) {
    const { report } = context;
    const used = new Set<Resource>();
    for (const use of certificateUses(stack)) {
      if (use.isAtEdge) {
        checkEdgeRegion(stack, use, context);
      } else {
        checkSameRegion(stack, use, context);
      }
      for (const certificate of certificatesAt(stack, use.at).filter((one) => !one.external && isValidatedByDns(one))) {
        used.add(certificate);
        checkWait(stack, { use, certificate }, context);
      }
    }
    for (const certificate of used) {
      const [validation] = validationsOf(stack, certificate);
      if (validation && !hasRecords(stack, certificate, validation)) {
        report({
          at: validation,
          level: "advisory",
          message:
            `This waits for the certificate ${certificate.name}, but the stack has no DNS record that proves the ownership ` +
            "of its domain. Add an aws.route53.Record for each of its `domainValidationOptions`.",
        });
      }
    }
  },
});

/** The certificate of the stack that a property names, where it is certain which one. */
function certificateAt(stack: Stack, at: View): Resource | undefined {
  const [only, ...others] = certificatesAt(stack, at);
  return only?.external === false && others.length === 0 ? only : undefined;
}

function checkSameRegion(stack: Stack, { at }: CertificateUse, { project, report }: Context): void {
  const certificate = certificateAt(stack, at);
  // The region of the environment may be another one in the deployment.
  const { config } = project;
  const own = regionInForce(at.resource, { config });
  const region = certificate && regionInForce(certificate, { config });
  if (known(own) && known(region) && own !== region) {
    report({
      at,
      onlyAtCreation: certificate?.exists === true,
      message:
        `The certificate is in ${region} and this is in ${own}, where AWS does not find it. Request a certificate in ${own} ` +
        "as well, with the provider that this has.",
    });
  }
}

function checkEdgeRegion(stack: Stack, { at }: CertificateUse, { project, report }: Context): void {
  const certificate = certificateAt(stack, at);
  const region = certificate ? regionInForce(certificate, project) : CERTIFICATE_ARN.exec(String(at.str()))?.[1];
  if (!known(region) || region === EDGE_REGION || OTHER_PARTITION.test(region)) {
    return;
  }
  report({
    at,
    // Where both exist AWS has accepted them, so that the region of the check is another than that of the deployment.
    onlyAtCreation: certificate?.exists === true,
    message:
      `The certificate is in ${region}, and here AWS accepts only certificates of ${EDGE_REGION}. Create it with a provider ` +
      `for ${EDGE_REGION}, or with \`region: "${EDGE_REGION}"\`.`,
    ...(at.resource.type === CLOUDFRONT_DISTRIBUTION && {
      awsError:
        "The specified SSL certificate doesn't exist, isn't in us-east-1 region, isn't valid, or doesn't include a " +
        "valid certificate chain",
    }),
  });
}

function checkWait(
  stack: Stack,
  { use: { at }, certificate }: { use: CertificateUse; certificate: Resource },
  context: Context,
): void {
  const validations = validationsOf(stack, certificate);
  const [validation] = validations;
  if (!validation && at.isUnknown && createsValidations(stack, context)) {
    context.undecided(at);
  } else if (!waitsForOneOf(stack, at.resource, validations)) {
    context.report({
      at,
      level: "advisory",
      ...(validation && { missingDependencies: [validation] }),
      message:
        `Nothing waits until the certificate ${certificate.name} is issued, and AWS rejects one that is not. ` +
        (validation
          ? `Use the \`certificateArn\` of ${validation.name} here, or ` +
            `${makeWait(stack, at.resource, [validation], variablesOf(context.project.files))}.`
          : "Add an aws.acm.CertificateValidation, and use its `certificateArn` here."),
    });
  }
}
