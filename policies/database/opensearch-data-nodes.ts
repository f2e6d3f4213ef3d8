import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "opensearch-data-nodes",
  category: "database",
  description: "Search domains must have three data nodes in several zones",
  severity: "medium",
  level: "only-if-required",
  why:
    "With fewer, or all in one zone, the loss of a node or zone stops the domain or loses what it has just " +
    "indexed.",
  references: [
    "https://docs.aws.amazon.com/securityhub/latest/userguide/opensearch-controls.html",
    "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/managedomains-multiaz.html",
  ],
  requirement: [
    {
      types: ["aws:opensearch/domain:Domain", "aws:elasticsearch/domain:Domain"],
      property: "clusterConfig.instanceCount",
      must: { atLeast: 3 },
      whenAbsent: 1,
      consequence: "The loss of one node can stop the domain.",
      instead: "Set `instanceCount: 3` or more.",
      example: { clusterConfig: { zoneAwarenessEnabled: true } },
    },
    {
      types: ["aws:opensearch/domain:Domain", "aws:elasticsearch/domain:Domain"],
      property: "clusterConfig.zoneAwarenessEnabled",
      must: { equals: true },
      whenAbsent: false,
      consequence: "All nodes are in one zone.",
      instead:
        "Set `zoneAwarenessEnabled: true`, and `zoneAwarenessConfig: { availabilityZoneCount: 3 }` for three zones.",
    },
  ],
});
