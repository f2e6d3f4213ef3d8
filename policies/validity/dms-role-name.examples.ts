import type { RuleExamples } from "../../src/rules/examples";

const program = (name: string): string => `
const assumeRolePolicy = aws.iam.assumeRolePolicyForPrincipal({ Service: "dms.amazonaws.com" });
const role = new aws.iam.Role("dms-vpc", { name: "${name}", assumeRolePolicy });
const policy = new aws.iam.RolePolicyAttachment("dms-vpc", {
  role: role.name,
  policyArn: "arn:aws:iam::aws:policy/service-role/AmazonDMSVPCManagementRole",
});
const group = new aws.dms.ReplicationSubnetGroup("dms", {
  replicationSubnetGroupId: "dms",
  replicationSubnetGroupDescription: "Replication of the orders",
  subnetIds: ["subnet-0a1b2c3d", "subnet-4e5f6a7b"],
}, { dependsOn: [policy] });
`;

export default { incorrect: program("shop-dms"), correct: program("dms-vpc-role") } satisfies RuleExamples;
