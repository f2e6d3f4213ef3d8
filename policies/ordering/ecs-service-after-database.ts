import { clusterMembers, relationalDatabases } from "../../src/aws/databases/database";
import { ECS_SERVICE, RDS_CLUSTER, SECRETSMANAGER_SECRET } from "../../src/aws/type-tokens";
import { makeWait, waitsForOneOf } from "../../src/graph/ordering";
import type { Resource } from "../../src/graph/resource";
import { databasesOfSecret } from "../../src/aws/databases/master-passwords";
import { rulesOfGroup, SECURITY_GROUPS } from "../../src/aws/network/security-groups";
import type { Stack } from "../../src/graph/stack";
import type { View } from "../../src/graph/view";
import { taskDefinitionOf } from "../../src/aws/network/vpc-workloads";
import { variablesOf } from "../../src/source/variables";
import { defineRule } from "../../src/rules/rule";

/** A database and its parts: the instances of a cluster. */
const partsOf = (stack: Stack, database: Resource): Resource[] => [
  ...(database.type === RDS_CLUSTER ? clusterMembers(stack, database).resources : []),
  database,
];

const groupsAt = (stack: Stack, view: View): readonly Resource[] => stack.refs(view, ...SECURITY_GROUPS).resources;

/** The databases whose security groups name those of a service. */
function databasesThatAdmit(stack: Stack, service: Resource): Resource[] {
  const own = groupsAt(stack, service.at("networkConfiguration", "securityGroups"));
  return relationalDatabases(stack).filter((database) =>
    groupsAt(stack, database.at("vpcSecurityGroupIds"))
      .flatMap((group) => rulesOfGroup(stack, group, "ingress").rules)
      .flatMap(({ peers }) => peers)
      .some((peer) => groupsAt(stack, peer).some((group) => own.includes(group))),
  );
}

/** The databases whose credentials ECS hands over to a service. */
function databasesBySecret(stack: Stack, service: Resource): Resource[] {
  const task = taskDefinitionOf(stack, service);
  const secrets = task ? stack.refs(task.at("containerDefinitions"), SECRETSMANAGER_SECRET).resources : [];
  return secrets.flatMap((secret) => databasesOfSecret(stack, secret)).filter(({ external }) => !external);
}

export default defineRule({
  id: "ecs-service-after-database",
  category: "ordering",
  description: "ECS services must wait for the database that they use",
  severity: "medium",
  level: "advisory",
  failures: ["C9"],
  why:
    "A service that starts before its database fails its first health checks, and its deployment with them. A database " +
    "takes several minutes to create, a service seconds.",
  fix: {
    typescript: `new aws.ecs.Service("api", { /* … */ }, { dependsOn: [listener, database] });`,
    python: `aws.ecs.Service("api", ..., opts=pulumi.ResourceOptions(depends_on=[listener, database]))`,
    yaml: `resources:
  api:
    type: aws:ecs:Service
    options:
      dependsOn: ["\${listener}", "\${database}"]`,
  },
  limits:
    "Services that wait for a part of the database, such as a cluster or one of its instances. Which database a service " +
    "uses comes from the secrets of its task, else, where it waits for no other database, from security groups.",
  references: ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html"],
  stack(stack, { project, report }) {
    const isMissed = (service: Resource, database: Resource): boolean =>
      !waitsForOneOf(stack, service, partsOf(stack, database));
    const anyPart = new Set(relationalDatabases(stack).flatMap((database) => partsOf(stack, database)));
    for (const service of stack.managed(ECS_SERVICE)) {
      const bySecret = databasesBySecret(stack, service);
      const waitsForAny = waitsForOneOf(stack, service, anyPart);
      const used = bySecret.length > 0 || waitsForAny ? bySecret : databasesThatAdmit(stack, service);
      const missed = [...new Set(used)].filter((database) => isMissed(service, database));
      if (missed.length > 0) {
        const parts = missed.flatMap((database) => partsOf(stack, database).slice(0, 1));
        const names = missed.map(({ name }) => name).join(" and ");
        report({
          at: service,
          onlyAtCreation: true,
          missingDependencies: parts,
          message:
            `This service uses the database ${names} and does not wait until it exists: ` +
            `${makeWait(stack, service, parts, variablesOf(project.files))}.`,
        });
      }
    }
  },
});
