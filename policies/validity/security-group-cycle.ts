import { waitingPath } from "../../stack/ordering";
import type { Resource } from "../../stack/resource";
import { SECURITY_GROUP, securityGroupRules } from "../../stack/security-groups";
import type { Stack } from "../../stack/stack";
import type { View } from "../../stack/view";
import { defineRule } from "../rule";

/** A group that names another by a text of the program, in a rule of its own. */
interface Mention {
  from: Resource;
  to: Resource;
  at: View;
  /** True for a name, which the other has before it is made; an id it has only then. */
  byName: boolean;
}

function mentionsOf(stack: Stack): Mention[] {
  const inline = securityGroupRules(stack).filter(({ at }) => at.resource.type === SECURITY_GROUP);
  return inline.flatMap(({ at: { resource: from }, peers }) =>
    peers.flatMap((at) => {
      const { value } = at;
      const to = typeof value === "string" ? stack.named(value, [SECURITY_GROUP]) : undefined;
      const property = at.path.startsWith("ingress") ? "ingress" : "egress";
      const isComputed = to !== undefined && (from.propertyDependencies.get(property) ?? []).includes(to);
      return to && to !== from && !to.outside && !isComputed
        ? [{ from, to, at, byName: value === to.str("name") }]
        : [];
    }),
  );
}

export default defineRule({
  id: "security-group-cycle",
  category: "validity",
  description: "Security groups do not name each other inline",
  severity: "high",
  level: "mandatory",
  failures: [],
  why:
    "Of two groups that name each other in rules of their own, neither can be made before the other, and neither can be " +
    "deleted while the other is there. Rules that are resources of their own come after both.",
  fix: {
    typescript:
      'new aws.vpc.SecurityGroupIngressRule("web-to-app", {\n  securityGroupId: app.id,\n' +
      '  referencedSecurityGroupId: web.id,\n  ipProtocol: "tcp",\n  fromPort: 8080,\n  toPort: 8080,\n});',
    python:
      'aws.vpc.SecurityGroupIngressRule("web-to-app",\n    security_group_id=app.id,\n' +
      '    referenced_security_group_id=web.id, ip_protocol="tcp", from_port=8080, to_port=8080)',
    yaml:
      "resources:\n  web-to-app:\n    type: aws:vpc:SecurityGroupIngressRule\n    properties:\n" +
      "      securityGroupId: ${app.id}\n      referencedSecurityGroupId: ${web.id}\n      ipProtocol: tcp\n" +
      "      fromPort: 8080\n      toPort: 8080",
  },
  limits:
    "Cycles of three or more groups. Groups that name each other by their ids exist already: they are told without " +
    "stopping anything.",
  stack(stack, { report }) {
    const mentions = mentionsOf(stack);
    const between = (from: Resource, to: Resource): Mention | undefined =>
      mentions.find((mention) => mention.from === from && mention.to === to);
    for (const mention of mentions) {
      const { from, to, at, byName } = mention;
      const back = between(to, from);
      const path = byName ? waitingPath(stack, to, from) : undefined;
      const isNew = byName || back?.byName === true;
      // One finding for the two.
      const isFirst = back !== undefined && mentions.indexOf(mention) < mentions.indexOf(back);
      if (path ?? (back && isFirst && between(from, to) === mention)) {
        const reason = path
          ? `${to.name} is made after this group (${path.map(({ name }) => name).join(" → ")}), so that it is not there yet`
          : `${to.name} names this group in ${back?.at.path ?? ""} too, so that neither can be ` +
            (isNew ? "made before the other" : "replaced or deleted while the other is there");
        report({
          at,
          message:
            `this rule names ${to.name} by a text, and ${reason}; take the rule out and write it as an ` +
            "aws.vpc.SecurityGroupIngressRule or …EgressRule, which comes after both groups.",
          ...(!isNew && { level: "advisory" }),
        });
      }
    }
  },
});
