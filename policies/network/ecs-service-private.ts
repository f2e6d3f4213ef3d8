import type { Resource } from "../../stack/resource";
import { UNKNOWN } from "../../stack/value";
import { tierOf } from "../../stack/vpc";
import { certainSubnets, vpcWorkloads } from "../../stack/vpc-workloads";
import { defineRule } from "../rule";

const names = (subnets: readonly Resource[]): string => subnets.map(({ name }) => name).join(", ");

export default defineRule({
  id: "ecs-service-private",
  category: "network",
  description: "ECS services run in private subnets without public addresses",
  severity: "high",
  level: "raised-by-contract",
  contractKeys: ["privateServices"],
  failures: ["F6"],
  controls: [
    { framework: "AWS FSBP", reference: "ECS.2" },
    { framework: "PCI DSS 4.0.1", reference: "1.4.4" },
  ],
  why:
    "A task with a public address can be reached from the whole internet, past the load balancer and what it checks; " +
    "one open rule of a security group is then enough.",
  fix: {
    typescript:
      "networkConfiguration: {\n  assignPublicIp: false,\n  subnets: privateSubnets.map((subnet) => subnet.id),\n" +
      "  securityGroups: [tasks.id],\n},",
    python:
      'network_configuration={\n    "assign_public_ip": False,\n    "subnets": [subnet.id for subnet in private_subnets],\n' +
      '    "security_groups": [tasks.id],\n},',
    yaml:
      'networkConfiguration:\n  assignPublicIp: false\n  subnets: ["${privateA.id}", "${privateB.id}"]\n' +
      '  securityGroups: ["${tasks.id}"]',
  },
  limits: "Subnets outside the stack; tasks that are started without a service (RunTask, EventBridge, Step Functions).",
  stack(stack, { report, undecided }) {
    for (const workload of vpcWorkloads(stack).filter(({ kind }) => kind === "task")) {
      const { resource: service, subnetsAt, subnets } = workload;
      const address = service.at("networkConfiguration", "assignPublicIp");
      const assigned = address.bool();
      if (assigned === UNKNOWN) {
        undecided(address);
      } else if (assigned) {
        report({
          at: address,
          message:
            "the tasks get public addresses, so that the internet reaches them past the load balancer; set " +
            "assignPublicIp: false, and run them in private subnets with a NAT gateway or VPC endpoints.",
        });
      }
      const open = subnets.resources.filter((subnet) => tierOf(stack, subnet) === "public");
      const areAll = open.length === subnets.resources.length;
      if (open.length > 0 && (areAll || certainSubnets(workload).length > 0)) {
        report({
          at: subnetsAt,
          message:
            `the tasks run in public subnets (${names(open)}), which route to an internet gateway or hand out public ` +
            "addresses; name private subnets, which reach out through a NAT gateway or VPC endpoints.",
        });
      } else if (!subnets.complete || subnets.resources.some((subnet) => tierOf(stack, subnet) !== "private")) {
        undecided(subnetsAt);
      }
    }
  },
});
