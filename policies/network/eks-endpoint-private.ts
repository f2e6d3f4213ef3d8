import { isTheWorld } from "../../stack/security-groups";
import { UNKNOWN } from "../../stack/value";
import { defineRule } from "../rule";

export default defineRule({
  id: "eks-endpoint-private",
  category: "network",
  description: "The API of an EKS cluster is not open to the whole internet",
  severity: "high",
  level: "advisory",
  failures: [],
  why:
    "Whoever reaches the Kubernetes API needs only a leaked token or a flaw in it to run the cluster. EKS opens it to the " +
    "whole internet unless the cluster says otherwise.",
  fix: {
    typescript:
      'vpcConfig: { subnetIds, endpointPrivateAccess: true, endpointPublicAccess: false }, // or publicAccessCidrs: ["203.0.113.0/24"]',
    python:
      'vpc_config={"subnet_ids": subnet_ids, "endpoint_private_access": True, "endpoint_public_access": False},  # or public_access_cidrs',
    yaml:
      'vpcConfig:\n  subnetIds: ["${privateA.id}", "${privateB.id}"]\n  endpointPrivateAccess: true\n' +
      "  endpointPublicAccess: false # or publicAccessCidrs: [203.0.113.0/24]",
  },
  limits: "Clusters that name the addresses that may reach the API; what those may do there.",
  resource: {
    types: ["aws:eks/cluster:Cluster"],
    check(cluster, { report, undecided }) {
      const isPublic = cluster.bool("vpcConfig", "endpointPublicAccess");
      const blocks = cluster.list("vpcConfig", "publicAccessCidrs") ?? [];
      if (isPublic === false || cluster.at("vpcConfig").isAbsent) {
        return;
      }
      if (isPublic === UNKNOWN) {
        undecided(cluster, "vpcConfig.endpointPublicAccess");
      } else if (blocks === UNKNOWN) {
        undecided(cluster, "vpcConfig.publicAccessCidrs");
      } else if (blocks.length === 0 || blocks.some(isTheWorld)) {
        report({
          at: cluster,
          property: blocks.length === 0 ? "vpcConfig.endpointPublicAccess" : "vpcConfig.publicAccessCidrs",
          message:
            "anybody on the internet reaches the cluster's API; set endpointPublicAccess: false with endpointPrivateAccess: true, " +
            "or name the addresses of your network in publicAccessCidrs.",
        });
      } else if (blocks.some(({ isUnknown }) => isUnknown)) {
        undecided(cluster, "vpcConfig.publicAccessCidrs");
      }
    },
  },
});
