import { ACM_CERTIFICATE, ACM_CERTIFICATE_VALIDATION, CLOUDFRONT_DISTRIBUTION } from "../../src/aws/type-tokens";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { known, UNKNOWN, type Unknown } from "../../src/graph/value";
import type { View } from "../../src/graph/view";
import { defineRule, type Context } from "../../src/rules/rule";

/** Where a resource names a certificate, and the names that it has to cover. */
const USES: Readonly<Record<string, readonly [certificate: string, names: string]>> = {
  [CLOUDFRONT_DISTRIBUTION]: ["viewerCertificate.acmCertificateArn", "aliases"],
  "aws:apigateway/domainName:DomainName": ["regionalCertificateArn", "domainName"],
  "aws:apigatewayv2/domainName:DomainName": ["domainNameConfiguration.certificateArn", "domainName"],
  "aws:cognito/userPoolDomain:UserPoolDomain": ["certificateArn", "domain"],
};

const at = (resource: Resource, path: string): View => resource.at(...path.split("."));

/** The certificate of the program that a resource uses, itself or through its validation. */
function certificateOf(stack: Stack, view: View): Resource | undefined {
  const { resources, complete } = stack.refs(view, ACM_CERTIFICATE, ACM_CERTIFICATE_VALIDATION);
  const certificates = new Set(
    resources.flatMap((one) =>
      one.type === ACM_CERTIFICATE_VALIDATION ? stack.refs(one.at("certificateArn"), ACM_CERTIFICATE).resources : [one],
    ),
  );
  const [certificate] = certificates;
  return complete && certificates.size === 1 && certificate?.external === false ? certificate : undefined;
}

/** All names of a certificate in lower case; unknown while one of them is. */
function namesOf(certificate: Resource): string[] | Unknown {
  const others = certificate.list("subjectAlternativeNames") ?? [];
  if (others === UNKNOWN || !certificate.at("certificateBody").isAbsent) {
    return UNKNOWN;
  }
  const names = [certificate.at("domainName"), ...others].map((one) => one.str());
  const texts = names.filter(known);
  return texts.length === names.length ? texts.map((one) => one.toLowerCase()) : UNKNOWN;
}

/** What can be a domain name, with at least two parts. */
const DOMAIN = /^[\w*-]+(?:\.[\w-]+)+$/;

/** An asterisk covers one part of a name. */
const covers = (pattern: string, name: string): boolean =>
  pattern === name ||
  (pattern.startsWith("*.") && name.includes(".") && name.slice(name.indexOf(".")) === pattern.slice(1));

function check(stack: Stack, resource: Resource, { report, undecided }: Context): void {
  const [certificatePath = "", namesPath = ""] = USES[resource.type] ?? [];
  const view = at(resource, certificatePath);
  const certificate = view.isAbsent ? undefined : certificateOf(stack, view);
  const names = at(resource, namesPath).list() ?? [];
  const patterns = certificate && namesOf(certificate);
  if (!certificate || patterns === undefined) {
    return;
  }
  if (patterns === UNKNOWN || names === UNKNOWN) {
    undecided(view);
    return;
  }
  const wrong = names.find((one) => {
    const name = one.str();
    return known(name) && DOMAIN.test(name) && !patterns.some((pattern) => covers(pattern, name.toLowerCase()));
  });
  if (wrong) {
    report({
      at: wrong,
      onlyAtCreation: true,
      message:
        `The certificate ${certificate.name} is for ${patterns.slice(0, 3).join(", ")}, which does not cover "${String(wrong.str())}". ` +
        "Add that name to its `subjectAlternativeNames`.",
    });
  }
}

export default defineRule({
  id: "certificate-names",
  category: "validity",
  description: "Certificates must cover the names that they are used for",
  severity: "high",
  level: "mandatory",
  basis: "aws-rejects",
  why:
    "CloudFront, API Gateway and Cognito reject a name that the certificate does not have. An asterisk covers one part of a " +
    "name only: *.shop.example covers neither shop.example nor a.b.shop.example.",
  fix: {
    typescript: `const certificate = new aws.acm.Certificate("shop", {
  domainName: "shop.example",
  subjectAlternativeNames: ["*.shop.example"],
  validationMethod: "DNS",
});`,
    python: `certificate = aws.acm.Certificate("shop",
    domain_name="shop.example",
    subject_alternative_names=["*.shop.example"],
    validation_method="DNS")`,
    yaml: `resources:
  certificate:
    type: aws:acm:Certificate
    properties:
      domainName: shop.example
      subjectAlternativeNames: ["*.shop.example"]
      validationMethod: DNS`,
  },
  limits: "Certificates of other stacks and imported ones. On a resource that exists already a finding is advisory.",
  references: ["https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/CNAMEs.html"],
  stack(stack, context) {
    for (const resource of stack.managed(...Object.keys(USES))) {
      check(stack, resource, context);
    }
  },
});
