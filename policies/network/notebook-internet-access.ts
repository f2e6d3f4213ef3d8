import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "notebook-internet-access",
  category: "network",
  description: "SageMaker notebooks must not be connected to the internet directly",
  severity: "high",
  level: "mandatory",
  basis: "public",
  failures: [],
  why:
    "A notebook runs code of its users with access to data. With an interface of its own to the internet it bypasses the " +
    "routes, security groups and logs of your network, so that data can leave by it unseen.",
  fix: {
    typescript: `directInternetAccess: "Disabled",
subnetId: subnet.id,
securityGroups: [group.id],`,
    python: `direct_internet_access="Disabled",
subnet_id=subnet.id,
security_groups=[group.id],`,
    yaml: `directInternetAccess: Disabled
subnetId: \${subnet.id}
securityGroups: ["\${group.id}"]`,
  },
  limits: "Routes of the subnet, through which a notebook in your network may reach the internet.",
  references: ["https://docs.aws.amazon.com/sagemaker/latest/dg/appendix-notebook-and-internet-access.html"],
  requirement: {
    types: ["aws:sagemaker/notebookInstance:NotebookInstance"],
    property: "directInternetAccess",
    must: { equals: "Disabled" },
    whenAbsent: "Enabled",
    consequence: "The notebook gets an interface to the internet that your network does not control.",
    instead: 'Set `directInternetAccess: "Disabled"`, with `subnetId` and `securityGroups`.',
  },
});
