import { ACM_CERTIFICATE, ACM_CERTIFICATE_VALIDATION, ROUTE53_RECORD, ROUTE53_ZONE } from "../../src/aws/type-tokens";
import { reachedFrom } from "../../src/graph/ordering";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { known, UNKNOWN } from "../../src/graph/value";
import type { Read } from "../../src/graph/view";
import { joinNames } from "../../src/graph/words";
import { defineRule } from "../../src/rules/rule";

const normalized = (name: string): string => name.toLowerCase().replace(/^\*\./, "").replace(/\.$/, "");

/** The names of a certificate; absent while one of them is not known. */
function namesOf(certificate: Resource): string[] | undefined {
  const others = certificate.list("subjectAlternativeNames") ?? [];
  const names: Read<string>[] = known(others)
    ? [certificate.str("domainName"), ...others.map((one) => one.str())]
    : [UNKNOWN];
  return names.every(known<string>) ? names.map(normalized) : undefined;
}

/** The certificate that a record proves the domain of: the only one that the record's name comes from. */
function certificateOf(record: Resource): Resource | undefined {
  const from = record.propertyDependencies.get("name") ?? [];
  const certificates = [...reachedFrom(from)].filter(({ type }) => type === ACM_CERTIFICATE);
  return certificates.length === 1 ? certificates[0] : undefined;
}

/** The zone of the stack that a record is in. */
function zoneOf(stack: Stack, record: Resource): Resource | undefined {
  const { resources } = stack.refs(record.at("zoneId"), ROUTE53_ZONE);
  const [zone] = resources.length === 1 ? resources : [];
  return zone?.external === false ? zone : undefined;
}

export default defineRule({
  id: "acm-validation-zone",
  category: "validity",
  description: "Records that prove a certificate's domain must be in a public zone of that domain",
  severity: "high",
  level: "mandatory",
  basis: "cannot-work",
  why:
    "ACM looks for the record in the public DNS, below the name in the certificate. It never finds one in a zone of another " +
    "domain, or in a private zone: the certificate stays pending, and what waits for it fails after 75 minutes.",
  fix: {
    typescript: `const zone = new aws.route53.Zone("shop", { name: "shop.io" });
const certificate = new aws.acm.Certificate("shop", { domainName: "www.shop.io", validationMethod: "DNS" });`,
    python: `zone = aws.route53.Zone("shop", name="shop.io")
certificate = aws.acm.Certificate("shop", domain_name="www.shop.io", validation_method="DNS")`,
    yaml: `resources:
  zone:
    type: aws:route53:Zone
    properties:
      name: shop.io
  certificate:
    type: aws:acm:Certificate
    properties:
      domainName: www.shop.io
      validationMethod: DNS`,
  },
  limits: "Zones of other stacks; names that are not known yet; whether the zone is delegated to from its parent.",
  references: ["https://docs.aws.amazon.com/acm/latest/userguide/dns-validation.html"],
  stack(stack, { report }) {
    // Without a validation nothing waits, and the records may be for later.
    const isAwaited = (certificate: Resource): boolean =>
      stack.referrers(certificate, "certificateArn", ACM_CERTIFICATE_VALIDATION).length > 0;
    for (const record of stack.managed(ROUTE53_RECORD)) {
      const certificate = certificateOf(record);
      const zone = zoneOf(stack, record);
      const zoneName = zone?.str("name");
      const names = certificate && isAwaited(certificate) ? namesOf(certificate) : undefined;
      if (!zone || !names || !known(zoneName)) {
        continue;
      }
      const domain = normalized(zoneName);
      const vpcs = zone.list("vpcs") ?? [];
      const isPrivate = known(vpcs) && vpcs.length > 0;
      const isOther = !names.some((name) => name === domain || name.endsWith(`.${domain}`));
      if (isPrivate || isOther) {
        report({
          at: record,
          property: "zoneId",
          onlyAtCreation: true,
          message: isOther
            ? `ACM never finds this record: the zone "${domain}" does not contain ${joinNames(names)}. Use the \`zoneId\` of a ` +
              "zone that does."
            : `ACM never finds this record: the zone "${domain}" is private, so the internet does not see it. Use the \`zoneId\` ` +
              "of a public zone.",
        });
      }
    }
  },
});
