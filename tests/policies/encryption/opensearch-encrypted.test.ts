import rule from "../../../policies/encryption/opensearch-encrypted";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const ON = { encryptAtRest: { enabled: true }, nodeToNodeEncryption: { enabled: true } };
const domain = (inputs: Record<string, Input>): BuiltResource =>
  resource("aws:opensearch/domain:Domain", "search", inputs);

ruleTest(rule, {
  valid: [
    { name: "encryption at rest and between nodes", stack: [domain(ON)] },
    { name: "TLS required from clients", stack: [domain({ ...ON, domainEndpointOptions: { enforceHttps: true } })] },
    { name: "endpoint options that are not known yet", stack: [domain({ ...ON, domainEndpointOptions: unknown })] },
    { name: "an encrypted Elasticsearch domain", stack: [resource("aws:elasticsearch/domain:Domain", "search", ON)] },
  ],
  invalid: [
    {
      name: "encryption not configured",
      stack: [domain({})],
      findings: [
        { resource: "search", path: "encryptAtRest", message: /that the domain stores/ },
        { resource: "search", path: "nodeToNodeEncryption" },
      ],
      fixed: { search: ON },
    },
    {
      name: "encryption not configured where the contract requires customer keys for data at rest",
      contract: { customerKeys: true },
      stack: [domain({ domainEndpointOptions: { enforceHttps: false } })],
      findings: [
        { resource: "search", path: "encryptAtRest", level: "mandatory" },
        { resource: "search", path: "nodeToNodeEncryption", level: "advisory" },
        { resource: "search", path: "domainEndpointOptions.enforceHttps", level: "advisory" },
      ],
    },
    {
      name: "domains that may not support encryption",
      stack: [
        resource("aws:opensearch/domain:Domain", "old", {
          ...ON,
          encryptAtRest: {},
          engineVersion: "Elasticsearch_5.1",
        }),
        resource("aws:opensearch/domain:Domain", "small", {
          ...ON,
          encryptAtRest: {},
          engineVersion: "OpenSearch_1.3",
          clusterConfig: { instanceType: "t2.small.search" },
        }),
      ],
      findings: [
        { resource: "old", path: "encryptAtRest", stays: true },
        { resource: "small", path: "encryptAtRest", stays: true },
      ],
    },
    {
      name: "encryption switched off",
      stack: [
        resource("aws:elasticsearch/domain:Domain", "search", {
          ...ON,
          encryptAtRest: { enabled: false },
          domainEndpointOptions: { enforceHttps: false },
        }),
      ],
      findings: [
        { resource: "search", path: "encryptAtRest.enabled", stays: true },
        { resource: "search", path: "domainEndpointOptions.enforceHttps" },
      ],
    },
  ],
  undecided: [
    {
      name: "encryption that is not known yet",
      stack: [domain({ encryptAtRest: unknown, nodeToNodeEncryption: { enabled: unknown } })],
      at: ["search.encryptAtRest.enabled", "search.nodeToNodeEncryption.enabled"],
    },
  ],
});
