import { ACM_CERTIFICATE, ROUTE53_ZONE } from "../../src/aws/type-tokens";
import { tableOf } from "../../src/contract/facts";
import type { Resource } from "../../src/graph/resource";
import { known, UNKNOWN } from "../../src/graph/value";
import type { View } from "../../src/graph/view";
import { atCreation } from "../../src/rules/at-creation";
import { defineRule, type Context } from "../../src/rules/rule";

/** The domain that Route 53 is known to reject. */
const REJECTED = "example.com";

/** The domains in which AWS gives names to its customers' resources, so that no customer can prove to own them. */
const OWNED_BY_AWS = [
  "amazonaws.com",
  "amazonaws.com.cn",
  "cloudfront.net",
  "elasticbeanstalk.com",
  "awsapprunner.com",
];

const isEmpty = ({ value }: View): boolean => value === undefined || (Array.isArray(value) && value.length === 0);

function certifiedNames(certificate: Resource): View[] {
  const isOther = ["privateKey", "privateKeyWo", "certificateBody", "certificateAuthorityArn"].some(
    (key) => !certificate.at(key).isAbsent,
  );
  const others = certificate.list("subjectAlternativeNames") ?? [];
  return isOther
    ? []
    : [certificate.at("domainName"), ...(others === UNKNOWN ? [certificate.at("subjectAlternativeNames")] : others)];
}

/** True when the program has other values in a preview, so that this one may never be deployed. */
const branchesOnPreview = ({ project }: Context): boolean =>
  !project.deploying && project.files?.sources.some(({ text }) => /\b(?:isDryRun|is_dry_run)\b/.test(text)) === true;

export default defineRule({
  id: "domain-reserved",
  category: "validity",
  description: "Zones and certificates must be for domains that can be owned",
  severity: "high",
  level: "mandatory",
  basis: "aws-rejects",
  why:
    "example.com, example.net and example.org are reserved for documentation. Route 53 rejects a zone in them, and ACM never " +
    "issues a certificate for them, since their ownership cannot be proven. The same is true of the names that AWS gives to " +
    "load balancers, distributions and APIs, such as those in amazonaws.com and cloudfront.net.",
  fix: {
    typescript: `new aws.route53.Zone("main", { name: config.require("domain") }); // a domain that you own`,
    python: `aws.route53.Zone("main", name=config.require("domain"))  # a domain that you own`,
    yaml: `resources:
  main:
    type: aws:route53:Zone
    properties:
      name: \${domain} # from the configuration: a domain that you own`,
  },
  limits:
    "Certificates that are imported or issued by a private authority; other domains that are not yours. Private zones, and " +
    "zones in other domains than example.com, are advisory, since AWS may accept them. So is the preview of a program that " +
    "uses other values in a preview (isDryRun).",
  references: [
    "https://docs.aws.amazon.com/Route53/latest/APIReference/API_CreateHostedZone.html",
    "https://docs.aws.amazon.com/acm/latest/userguide/dns-validation.html",
    "https://docs.aws.amazon.com/acm/latest/userguide/acm-certificate-characteristics.html",
  ],
  ...atCreation({
    types: [ROUTE53_ZONE, ACM_CERTIFICATE],
    check(resource, context) {
      const { domains } = tableOf(context.contract, "reserved-domains");
      const isZone = resource.type === ROUTE53_ZONE;
      for (const at of isZone ? [resource.at("name")] : certifiedNames(resource)) {
        const name = at.str();
        if (name === UNKNOWN) {
          context.undecided(at);
        }
        const domain = known(name) ? name.toLowerCase().replace(/\.$/, "") : "";
        const isIn = (one: string): boolean => domain === one || domain.endsWith(`.${one}`);
        const owned = isZone ? undefined : OWNED_BY_AWS.find(isIn);
        if (owned !== undefined) {
          context.report({
            at,
            restsOnComputedText: resource.isComputed(at.property),
            message:
              `"${domain}" is in ${owned}, which belongs to AWS, so no certificate is ever issued for it. Use a domain that you ` +
              "own, with a record that points to this name.",
          });
        }
        const reserved = domains.find(isIn);
        if (reserved === undefined) {
          continue;
        }
        const isRejected = isZone ? reserved === REJECTED && isEmpty(resource.at("vpcs")) : true;
        context.report({
          at,
          message:
            `"${domain}" is ${domain === reserved ? "" : `in ${reserved}, which is `}reserved for documentation, so ` +
            `${isZone ? "there can be no zone for it" : "no certificate is ever issued for it"}. Use a domain that you own.`,
          ...(isZone && reserved === REJECTED && { awsError: `InvalidDomainName: ${domain} is reserved by AWS!` }),
          ...((!isRejected || branchesOnPreview(context)) && { level: "advisory" }),
        });
      }
    },
  }),
});
