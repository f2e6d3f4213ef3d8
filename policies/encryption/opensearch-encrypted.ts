import { UNKNOWN } from "../../stack/value";
import { defineRule } from "../rule";

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
    types: ["aws:opensearch/domain:Domain", "aws:elasticsearch/domain:Domain"],
    check(domain, { report, undecided }) {
      for (const { block, lack } of WANTED) {
        const enabled = domain.bool(block, "enabled");
        if (enabled === UNKNOWN) {
          undecided(domain, `${block}.enabled`);
        } else if (!enabled) {
          report({
            at: domain,
            property: enabled === undefined ? block : `${block}.enabled`,
            message: `${lack}; set ${block}: { enabled: true }.`,
          });
        }
      }
      if (domain.bool("domainEndpointOptions", "enforceHttps") === false) {
        report({
          at: domain,
          property: "domainEndpointOptions.enforceHttps",
          message: "the domain takes requests without TLS; set domainEndpointOptions: { enforceHttps: true }.",
        });
      }
    },
  },
});
