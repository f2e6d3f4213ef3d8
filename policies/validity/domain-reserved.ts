import { tableOf } from "../../contract/facts";
import type { Resource } from "../../stack/resource";
import { known, UNKNOWN } from "../../stack/value";
import type { View } from "../../stack/view";
import { defineRule } from "../rule";

const ZONE = "aws:route53/zone:Zone";
const CERTIFICATE = "aws:acm/certificate:Certificate";

/** The one that Route 53 is known to refuse. */
const REFUSED = "example.com";

export default defineRule({
  id: "domain-reserved",
  category: "validity",
  description: "Zones and certificates are for domains that one can have",
  severity: "high",
  level: "mandatory",
  failures: [],
  why:
    "example.com and its like belong to nobody, so that documents can use them. Route 53 refuses a zone under them, and " +
    "a certificate for them is never issued, since nobody can show that the domain is theirs.",
  fix: {
    typescript: 'new aws.route53.Zone("main", { name: config.require("domain") }); // a domain that you own',
    python: 'aws.route53.Zone("main", name=config.require("domain"))  # a domain that you own',
    yaml:
      "resources:\n  main:\n    type: aws:route53:Zone\n    properties:\n" +
      "      name: ${domain} # from the configuration: a domain that you own",
  },
  limits:
    "Certificates that are imported or come from a private authority; other domains that are not yours. Of a private " +
    "zone, and of zones under the others than example.com, it is not known for certain that AWS refuses them, so that " +
    "these findings are advisory.",
  resource: {
    types: [ZONE, CERTIFICATE],
    check(resource, { contract, report, undecided }) {
      const { domains } = tableOf(contract, "reserved-domains");
      const isZone = resource.type === ZONE;
      for (const at of isZone ? [resource.at("name")] : certifiedNames(resource)) {
        const name = at.str();
        if (name === UNKNOWN) {
          undecided(at);
        }
        const plain = known(name) ? name.toLowerCase().replace(/\.$/, "") : "";
        const reserved = domains.find((domain) => plain === domain || plain.endsWith(`.${domain}`));
        if (reserved !== undefined) {
          report({
            at,
            message:
              `${plain === reserved ? plain : `${plain} is under ${reserved}, which`} is reserved for documents and can be nobody's, so that ` +
              `${isZone ? "there can be no zone for it" : "no certificate for it is ever issued"}; name a domain that you own.`,
            ...(isZone && reserved === REFUSED && { answer: `InvalidDomainName: ${plain} is reserved by AWS!` }),
            ...(isZone && (reserved !== REFUSED || !isEmpty(resource.at("vpcs"))) && { level: "advisory" }),
          });
        }
      }
    },
  },
});

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
