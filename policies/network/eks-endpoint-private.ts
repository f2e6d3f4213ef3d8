import { areInternet } from "../../src/aws/network/security-groups";
import { UNKNOWN } from "../../src/graph/value";
import { defineRule } from "../../src/rules/rule";

export default defineRule({
  id: "eks-endpoint-private",
  category: "network",
  description: "The API of an EKS cluster must not be open to the internet",
  severity: "high",
  level: "advisory",
  failures: [],
  why:
    "An attacker who reaches the Kubernetes API needs only a leaked token or a vulnerability in it to control the cluster. " +
    "EKS opens it to the internet unless the cluster is configured otherwise.",
  fix: {
    typescript: `vpcConfig: {
  subnetIds,
  endpointPrivateAccess: true,
  endpointPublicAccess: false, // or publicAccessCidrs: officeNetworks
},`,
    python: `vpc_config={
    "subnet_ids": subnet_ids,
    "endpoint_private_access": True,
    "endpoint_public_access": False,  # or public_access_cidrs
},`,
    yaml: `vpcConfig:
  subnetIds: ["\${privateA.id}", "\${privateB.id}"]
  endpointPrivateAccess: true
  endpointPublicAccess: false # or publicAccessCidrs: ["\${officeNetwork}"]`,
  },
  limits: "Clusters that name the addresses that may reach the API; what clients from there may do.",
  references: [
    "https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/eks-controls.html",
  ],
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
      } else if (blocks.length === 0 || areInternet(blocks)) {
        report({
          at: cluster,
          property: blocks.length === 0 ? "vpcConfig.endpointPublicAccess" : "vpcConfig.publicAccessCidrs",
          message:
            "Clients on the internet reach the cluster's API. Set `endpointPublicAccess: false` with " +
            "`endpointPrivateAccess: true`, or name the addresses of your network in `publicAccessCidrs`.",
        });
      } else if (blocks.some(({ isUnknown }) => isUnknown)) {
        undecided(cluster, "vpcConfig.publicAccessCidrs");
      }
    },
  },
});
