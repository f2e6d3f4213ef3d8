import rule from "../../../policies/encryption/opensearch-encrypted";
import { ruleTest } from "../../../testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../testing/stack";

const ON = { encryptAtRest: { enabled: true }, nodeToNodeEncryption: { enabled: true } };
const domain = (inputs: Record<string, Input>): BuiltResource =>
  resource("aws:opensearch/domain:Domain", "search", inputs);

ruleTest(rule, {
  valid: [
    { name: "both", stack: [domain(ON)] },
    { name: "TLS as well", stack: [domain({ ...ON, domainEndpointOptions: { enforceHttps: true } })] },
    { name: "TLS that is not known yet", stack: [domain({ ...ON, domainEndpointOptions: unknown })] },
    { name: "the older service", stack: [resource("aws:elasticsearch/domain:Domain", "search", ON)] },
  ],
  invalid: [
    {
      name: "nothing is said",
      stack: [domain({})],
      findings: [
        { resource: "search", path: "encryptAtRest", message: /what the domain stores/ },
        { resource: "search", path: "nodeToNodeEncryption" },
      ],
      mended: { search: ON },
    },
    {
      name: "what may not have encryption",
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
      name: "switched off",
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
      name: "both",
      stack: [domain({ encryptAtRest: unknown, nodeToNodeEncryption: { enabled: unknown } })],
      at: ["search.encryptAtRest.enabled", "search.nodeToNodeEncryption.enabled"],
    },
  ],
});
