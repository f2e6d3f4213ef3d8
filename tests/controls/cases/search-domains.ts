import type { ControlCase, Inputs } from "./case";

const logs = (...types: string[]): Inputs => ({
  logPublishingOptions: types.map((logType) => ({
    logType,
    cloudwatchLogGroupArn: "arn:aws:logs:us-east-1:464738291005:log-group:search",
    enabled: true,
  })),
});
const endpoint = (enforceHttps: boolean, tlsSecurityPolicy: string): Inputs => ({
  domainEndpointOptions: { enforceHttps, tlsSecurityPolicy },
});
const encrypted = { encryptAtRest: { enabled: true }, nodeToNodeEncryption: { enabled: true } };
const nodes = { instanceCount: 3, zoneAwarenessEnabled: true };
const masters = { dedicatedMasterEnabled: true, dedicatedMasterCount: 3 };

/** The controls that both generations of domains have; some have different numbers. */
const casesOf = (type: string, version: Inputs, number: (control: number) => string): ControlCase[] =>
  (
    [
      [1, "opensearch-encrypted", { nodeToNodeEncryption: { enabled: true } }, encrypted],
      [2, "opensearch-in-vpc", {}, { vpcOptions: { subnetIds: ["subnet-1"] } }],
      [3, "opensearch-encrypted", { encryptAtRest: { enabled: true } }, encrypted],
      [4, "opensearch-error-logs", logs("AUDIT_LOGS"), logs("ES_APPLICATION_LOGS")],
      [5, "opensearch-audit-logs", logs("ES_APPLICATION_LOGS"), logs("ES_APPLICATION_LOGS", "AUDIT_LOGS")],
      [6, "opensearch-data-nodes", { clusterConfig: { ...nodes, instanceCount: 2 } }, { clusterConfig: nodes }],
      [6, "opensearch-data-nodes", { clusterConfig: { instanceCount: 3 } }, { clusterConfig: nodes }],
      [
        8,
        "opensearch-tls-policy",
        endpoint(true, "Policy-Min-TLS-1-0-2019-07"),
        endpoint(true, "Policy-Min-TLS-1-2-PFS-2023-10"),
      ],
      [
        8,
        "opensearch-tls-policy",
        endpoint(false, "Policy-Min-TLS-1-2-PFS-2023-10"),
        endpoint(true, "Policy-Min-TLS-1-2-PFS-2023-10"),
      ],
    ] as [number, string, Inputs, Inputs][]
  ).map(([control, rule, violating, compliant]) => ({
    control: number(control),
    rule,
    type,
    violating: { domainName: "orders", ...version, ...violating },
    compliant: { domainName: "orders", ...version, ...compliant },
  }));

const OLD = "aws:elasticsearch/domain:Domain";
const NEW = "aws:opensearch/domain:Domain";

export default [
  ...casesOf(OLD, { elasticsearchVersion: "7.10" }, (control) => `ES.${String(control)}`),
  ...casesOf(NEW, { engineVersion: "OpenSearch_2.19" }, (control) => `Opensearch.${String(control)}`),
  {
    control: "ES.7",
    rule: "opensearch-dedicated-masters",
    type: OLD,
    violating: { domainName: "orders", clusterConfig: { ...masters, dedicatedMasterCount: 2 } },
    compliant: { domainName: "orders", clusterConfig: masters },
  },
  {
    control: "ES.7",
    rule: "opensearch-dedicated-masters",
    about: "no dedicated master nodes",
    type: OLD,
    violating: { domainName: "orders", clusterConfig: { instanceCount: 3 } },
    compliant: { domainName: "orders", clusterConfig: masters },
  },
  {
    control: "Opensearch.7",
    rule: "opensearch-fine-grained-access",
    type: NEW,
    violating: { domainName: "orders" },
    compliant: { domainName: "orders", advancedSecurityOptions: { enabled: true } },
  },
] satisfies ControlCase[];
