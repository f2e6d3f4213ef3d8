import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "opensearch-dedicated-masters",
  category: "database",
  description: "Search domains must have three dedicated master nodes",
  severity: "medium",
  level: "only-if-required",
  why:
    "Master nodes that do nothing else keep the cluster together while data nodes are busy or fail. With three of " +
    "them two can still agree.",
  references: [
    "https://docs.aws.amazon.com/securityhub/latest/userguide/opensearch-controls.html",
    "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/managedomains-dedicatedmasternodes.html",
  ],
  requirement: [
    {
      types: ["aws:opensearch/domain:Domain", "aws:elasticsearch/domain:Domain"],
      property: "clusterConfig.dedicatedMasterEnabled",
      must: { equals: true },
      whenAbsent: false,
      consequence: "A busy data node can take the cluster down with it.",
      instead: "Set `dedicatedMasterEnabled: true` with `dedicatedMasterCount: 3` and `dedicatedMasterType`.",
      example: { clusterConfig: { dedicatedMasterCount: 3, dedicatedMasterType: "m7g.medium.search" } },
    },
    {
      types: ["aws:opensearch/domain:Domain", "aws:elasticsearch/domain:Domain"],
      property: "clusterConfig.dedicatedMasterCount",
      must: { atLeast: 3 },
      when: [{ property: "clusterConfig.dedicatedMasterEnabled", must: { equals: true } }],
      consequence: "The loss of one of them can stop the cluster.",
      instead: "Set `dedicatedMasterCount: 3` or 5.",
      example: { clusterConfig: { dedicatedMasterType: "m7g.medium.search" } },
    },
  ],
});
