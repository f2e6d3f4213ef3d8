import type { Resource } from "../../stack/resource";
import { known, UNKNOWN } from "../../stack/value";
import { defineRule } from "../rule";

const DOMAIN = "aws:opensearch/domain:Domain";
const WANTED = [
  { block: "encryptAtRest", lack: "what the domain stores is not encrypted" },
  { block: "nodeToNodeEncryption", lack: "what the nodes of the domain send each other is not encrypted" },
] as const;

export default defineRule({
  id: "opensearch-encrypted",
  category: "encryption",
  description: "OpenSearch domains encrypt what they store and send",
  severity: "high",
  level: "advisory",
  failures: [],
  why:
    "An index holds copies of the data that it finds things in. Without encryption, whoever gets at a disk, a snapshot or " +
    "the network between the nodes reads it.",
  fix: {
    typescript:
      "encryptAtRest: { enabled: true },\nnodeToNodeEncryption: { enabled: true },\n" +
      'domainEndpointOptions: { enforceHttps: true, tlsSecurityPolicy: "Policy-Min-TLS-1-2-PFS-2023-10" },',
    python:
      'encrypt_at_rest={"enabled": True},\nnode_to_node_encryption={"enabled": True},\n' +
      'domain_endpoint_options={"enforce_https": True, "tls_security_policy": "Policy-Min-TLS-1-2-PFS-2023-10"},',
    yaml:
      "encryptAtRest:\n  enabled: true\nnodeToNodeEncryption:\n  enabled: true\ndomainEndpointOptions:\n" +
      "  enforceHttps: true\n  tlsSecurityPolicy: Policy-Min-TLS-1-2-PFS-2023-10",
  },
  limits:
    "Serverless collections, which are always encrypted; which key encrypts a domain; domains that do not say whether clients may come without TLS.",
  resource: {
    types: [DOMAIN, "aws:elasticsearch/domain:Domain"],
    check(domain, { report, undecided }) {
      for (const { block, lack } of WANTED) {
        const enabled = domain.bool(block, "enabled");
        if (enabled === UNKNOWN) {
          undecided(domain, `${block}.enabled`);
        } else if (!enabled) {
          report({
            at: domain,
            property: enabled === undefined ? block : `${block}.enabled`,
            ...(isRecent(domain) && { mendWhenNew: { [block]: { enabled: true } } }),
            message: `${lack}; set ${block}: { enabled: true }.`,
          });
        }
      }
      if (domain.bool("domainEndpointOptions", "enforceHttps") === false) {
        report({
          at: domain,
          property: "domainEndpointOptions.enforceHttps",
          mend: { domainEndpointOptions: { enforceHttps: true } },
          message: "the domain takes requests without TLS; set domainEndpointOptions: { enforceHttps: true }.",
        });
      }
    },
  },
  remediation: {
    does: "sets `domainEndpointOptions.enforceHttps: true` instead of `false`",
    doesWhenNew:
      "sets `encryptAtRest.enabled: true` and `nodeToNodeEncryption.enabled: true` for domains of OpenSearch",
    leaves:
      "The encryption of Elasticsearch domains and of instances of the types t2, m3 and r3, not all of which have it.",
  },
});

/** True for a domain that surely can be encrypted: OpenSearch, which is also the default, on instances that are not old. */
function isRecent(domain: Resource): boolean {
  if (domain.type !== DOMAIN) {
    return false;
  }
  const version = domain.str("engineVersion") ?? "OpenSearch";
  const instances = domain.str("clusterConfig", "instanceType") ?? "";
  return known(version) && version.startsWith("OpenSearch") && known(instances) && !/^(?:t2|m3|r3)\./.test(instances);
}
