import { clusterMembers, RDS_CLUSTER, relationalDatabases } from "../../stack/database";
import { ECS_SERVICE } from "../../stack/load-balancing";
import { makeWait, waitsForOneOf } from "../../stack/ordering";
import type { Resource } from "../../stack/resource";
import { databasesOfSecret } from "../../stack/master-passwords";
import { SECRET } from "../../stack/secrets";
import { DEFAULT_SECURITY_GROUP, rulesOfGroup, SECURITY_GROUP } from "../../stack/security-groups";
import type { Stack } from "../../stack/stack";
import type { View } from "../../stack/view";
import { taskDefinitionOf } from "../../stack/vpc-workloads";
import { defineRule } from "../rule";

/** A database, or what stands for it: the instances of a cluster. */
const partsOf = (stack: Stack, database: Resource): Resource[] => [
  ...(database.type === RDS_CLUSTER ? clusterMembers(stack, database).resources : []),
  database,
];

const groupsAt = (stack: Stack, view: View): Resource[] =>
  stack.refs(view, SECURITY_GROUP, DEFAULT_SECURITY_GROUP).resources;

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
  const secrets = task ? stack.refs(task.at("containerDefinitions"), SECRET).resources : [];
  return secrets.flatMap((secret) => databasesOfSecret(stack, secret)).filter(({ outside }) => !outside);
}

export default defineRule({
  id: "ecs-service-after-database",
  category: "ordering",
  description: "ECS services wait for the database that they use",
  severity: "medium",
  level: "advisory",
  failures: ["C9"],
  why:
    "A service that starts before its database fails its first health checks, and its deployment with them. A database " +
    "takes several minutes to be there, a service seconds.",
  fix: {
    typescript: 'new aws.ecs.Service("api", { /* … */ }, { dependsOn: [listener, database] });',
    python: 'aws.ecs.Service("api", ..., opts=pulumi.ResourceOptions(depends_on=[listener, database]))',
    yaml:
      "resources:\n  api:\n    type: aws:ecs:Service\n    options:\n" +
      '      dependsOn: ["${listener}", "${database}"]',
  },
  limits:
    "Services that wait for a part of the database, such as a cluster or one of its instances; what they use is told by " +
    "the secrets of their task, else by security groups, where they wait for no other database.",
  stack(stack, { report, project }) {
    const isMissed = (service: Resource, database: Resource): boolean =>
      !waitsForOneOf(stack, service, partsOf(stack, database));
    const anyPart = new Set(relationalDatabases(stack).flatMap((database) => partsOf(stack, database)));
    for (const service of stack.ofType(ECS_SERVICE).filter(({ outside }) => !outside)) {
      const bySecret = databasesBySecret(stack, service);
      const waitsForAny = waitsForOneOf(stack, service, anyPart);
      const used = bySecret.length > 0 || waitsForAny ? bySecret : databasesThatAdmit(stack, service);
      const missed = [...new Set(used)].filter((database) => isMissed(service, database));
      if (missed.length > 0) {
        const parts = missed.flatMap((database) => partsOf(stack, database).slice(0, 1));
        report({
          at: service,
          awaits: parts,
          message:
            `this service uses the database ${missed.map(({ name }) => name).join(", ")}, and nothing makes it wait ` +
            `until that is there; ${makeWait(stack, service, parts, project.files?.settings?.runtime)}.`,
        });
      }
    }
  },
});
