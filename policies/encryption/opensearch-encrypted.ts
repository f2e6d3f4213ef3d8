import { OPENSEARCH_DOMAIN } from "../../src/aws/type-tokens";
import type { Resource } from "../../src/graph/resource";
import { known } from "../../src/graph/value";
import { defineRule, type Level } from "../../src/rules/rule";

/** The blocks that a domain needs. The contract requires keys for data at rest, so only that can become mandatory. */
const REQUIRED: readonly { block: string; lack: string; level?: Level }[] = [
  { block: "encryptAtRest", lack: "The data that the domain stores is not encrypted" },
  {
    block: "nodeToNodeEncryption",
    lack: "The data that the domain's nodes send each other is not encrypted",
    level: "advisory",
  },
];

export default defineRule({
  id: "opensearch-encrypted",
  category: "encryption",
  description: "OpenSearch domains must be encrypted at rest and in transit",
  severity: "high",
  level: "advisory-unless-required",
  contractKeys: ["customerKeys"],
  failures: [],
  why:
    "An index holds copies of the data that it searches. Without encryption, anyone with access to a disk, a snapshot or " +
    "the network between the nodes can read it.",
  fix: {
    typescript: `encryptAtRest: { enabled: true },
nodeToNodeEncryption: { enabled: true },
domainEndpointOptions: { enforceHttps: true, tlsSecurityPolicy: "Policy-Min-TLS-1-2-PFS-2023-10" },`,
    python: `encrypt_at_rest={"enabled": True},
node_to_node_encryption={"enabled": True},
domain_endpoint_options={"enforce_https": True, "tls_security_policy": "Policy-Min-TLS-1-2-PFS-2023-10"},`,
    yaml: `encryptAtRest:
  enabled: true
nodeToNodeEncryption:
  enabled: true
domainEndpointOptions:
  enforceHttps: true
  tlsSecurityPolicy: Policy-Min-TLS-1-2-PFS-2023-10`,
  },
  limits:
    "Serverless collections, which are always encrypted; which key encrypts a domain; domains without " +
    "`domainEndpointOptions.enforceHttps`. Encryption in transit stays advisory under a contract.",
  references: [
    "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/encryption-at-rest.html",
    "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ntn.html",
  ],
  resource: {
    types: [OPENSEARCH_DOMAIN, "aws:elasticsearch/domain:Domain"],
    check(domain, { decide, report }) {
      for (const { block, lack, level } of REQUIRED) {
        const enabled = domain.bool(block, "enabled");
        decide(enabled, {
          at: domain,
          property: enabled === undefined ? block : `${block}.enabled`,
          ...(isRecent(domain) && { fixWhenNew: { [block]: { enabled: true } } }),
          ...(level && { level }),
          message: `${lack}. Set \`${block}: { enabled: true }\`.`,
        });
      }
      if (domain.bool("domainEndpointOptions", "enforceHttps") === false) {
        report({
          at: domain,
          property: "domainEndpointOptions.enforceHttps",
          fix: { domainEndpointOptions: { enforceHttps: true } },
          level: "advisory",
          message: "The domain accepts requests without TLS. Set `domainEndpointOptions: { enforceHttps: true }`.",
        });
      }
    },
  },
  remediation: {
    does: "sets `domainEndpointOptions.enforceHttps: true` instead of `false`",
    doesWhenNew:
      "sets `encryptAtRest.enabled: true` and `nodeToNodeEncryption.enabled: true` for domains of OpenSearch",
    leaves:
      "The encryption of Elasticsearch domains and of instances of the types t2, m3 and r3: some of them do not have it.",
  },
});

/** True for a domain that can certainly be encrypted: OpenSearch, which is also the default, on instances that are not old. */
function isRecent(domain: Resource): boolean {
  if (domain.type !== OPENSEARCH_DOMAIN) {
    return false;
  }
  const version = domain.str("engineVersion") ?? "OpenSearch";
  const instances = domain.str("clusterConfig", "instanceType") ?? "";
  return known(version) && version.startsWith("OpenSearch") && known(instances) && !/^(?:t2|m3|r3)\./.test(instances);
}
