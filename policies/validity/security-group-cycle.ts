import { EC2_SECURITY_GROUP } from "../../src/aws/type-tokens";
import { isAlreadyOrdered, waitingPath } from "../../src/graph/ordering";
import type { Resource } from "../../src/graph/resource";
import { securityGroupRules } from "../../src/aws/network/security-groups";
import type { Stack } from "../../src/graph/stack";
import type { View } from "../../src/graph/view";
import { defineRule } from "../../src/rules/rule";

/** A group that names another with a string of the program, in an inline rule. */
interface Mention {
  from: Resource;
  to: Resource;
  at: View;
  /** True for a name, which the program knows before the group exists; an id exists only then. */
  byName: boolean;
}

function mentionsOf(stack: Stack): Mention[] {
  const inline = securityGroupRules(stack).filter(({ at }) => at.resource.type === EC2_SECURITY_GROUP);
  return inline.flatMap(({ at: { resource: from }, peers }) =>
    peers.flatMap((at) => {
      const { value } = at;
      const to = typeof value === "string" ? stack.named(value, [EC2_SECURITY_GROUP]) : undefined;
      const property = at.path.startsWith("ingress") ? "ingress" : "egress";
      const isComputed = to !== undefined && (from.propertyDependencies.get(property) ?? []).includes(to);
      return to && to !== from && !to.external && !isComputed
        ? [{ from, to, at, byName: value === to.str("name") }]
        : [];
    }),
  );
}

export default defineRule({
  id: "security-group-cycle",
  category: "validity",
  description: "Security groups must not name each other in inline rules",
  severity: "high",
  level: "mandatory",
  basis: "aws-rejects",
  why:
    "Two groups that name each other in inline rules cannot be created: each would have to exist before the other. Nor can " +
    "either be deleted while the other exists. Rules that are resources of their own are created after both.",
  fix: {
    typescript: `new aws.vpc.SecurityGroupIngressRule("web-to-app", {
  securityGroupId: app.id,
  referencedSecurityGroupId: web.id,
  ipProtocol: "tcp",
  fromPort: 8080,
  toPort: 8080,
});`,
    python: `aws.vpc.SecurityGroupIngressRule("web-to-app",
    security_group_id=app.id,
    referenced_security_group_id=web.id, ip_protocol="tcp", from_port=8080, to_port=8080)`,
    yaml: `resources:
  web-to-app:
    type: aws:vpc:SecurityGroupIngressRule
    properties:
      securityGroupId: \${app.id}
      referencedSecurityGroupId: \${web.id}
      ipProtocol: tcp
      fromPort: 8080
      toPort: 8080`,
  },
  limits:
    "Cycles of three or more groups. Groups that exist already are advisory, and so are groups that name each other by id.",
  references: ["https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html"],
  stack(stack, { report }) {
    const mentions = mentionsOf(stack);
    const between = (from: Resource, to: Resource): Mention | undefined =>
      mentions.find((mention) => mention.from === from && mention.to === to);
    for (const mention of mentions) {
      const { from, to, at, byName } = mention;
      const back = between(to, from);
      const path = byName ? waitingPath(stack, to, from) : undefined;
      const isNamed = byName || back?.byName === true;
      // One finding for the two.
      const isFirst = back !== undefined && mentions.indexOf(mention) < mentions.indexOf(back);
      if (path ?? (back && isFirst && between(from, to) === mention)) {
        const reason = path
          ? `${to.name} is created after this group (${path.map(({ name }) => name).join(" → ")})`
          : `${to.name} names this group in \`${back?.at.path ?? ""}\` too, so neither can be ` +
            (isNamed ? "created before the other" : "replaced or deleted while the other exists");
        report({
          at,
          onlyAtCreation: to.exists === true,
          ...((!isNamed || isAlreadyOrdered(from, [to])) && { level: "advisory" }),
          message:
            `This rule names ${to.name} by a string, and ${reason}. Write the rule as an ` +
            "aws.vpc.SecurityGroupIngressRule or aws.vpc.SecurityGroupEgressRule, which is created after both groups.",
        });
      }
    }
  },
});
