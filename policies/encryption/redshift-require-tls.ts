import { anyOf, type Certainty } from "../../src/graph/certainty";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { known, UNKNOWN } from "../../src/graph/value";
import { defineRule } from "../../src/rules/rule";

const PARAMETER_GROUP = "aws:redshift/parameterGroup:ParameterGroup";

export default defineRule({
  id: "redshift-require-tls",
  category: "encryption",
  description: "Redshift clusters must require TLS",
  severity: "medium",
  level: "only-if-required",
  why:
    "A cluster that accepts unencrypted connections sends passwords and query results readable over the network, as soon as " +
    "one client is set up that way.",
  fix: {
    typescript: `new aws.redshift.ParameterGroup("orders", {
  family: "redshift-2.0",
  parameters: [{ name: "require_ssl", value: "true" }],
});`,
    python: `aws.redshift.ParameterGroup("orders",
    family="redshift-2.0",
    parameters=[{"name": "require_ssl", "value": "true"}])`,
    yaml: `resources:
  orders:
    type: aws:redshift:ParameterGroup
    properties:
      family: redshift-2.0
      parameters:
        - name: require_ssl
          value: "true"`,
  },
  limits: "New clusters without a parameter group, which get one of AWS that requires TLS.",
  references: [
    "https://docs.aws.amazon.com/redshift/latest/mgmt/connecting-ssl-support.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/redshift-controls.html",
  ],
  stack(stack, { decide }) {
    for (const cluster of stack.managed("aws:redshift/cluster:Cluster")) {
      decide(requiresTls(stack, cluster), {
        at: cluster,
        property: "clusterParameterGroupName",
        message:
          "The cluster accepts connections without TLS. Set `clusterParameterGroupName` to an aws.redshift.ParameterGroup " +
          'in which "require_ssl" is "true".',
      });
    }
  },
});

/** Whether the parameter group of a cluster requires TLS. */
function requiresTls(stack: Stack, cluster: Resource): Certainty {
  const view = cluster.at("clusterParameterGroupName");
  const { resources } = stack.refs(view, PARAMETER_GROUP);
  if (resources.length > 0) {
    return anyOf(resources.map(groupRequiresTls));
  }
  // Where the program names none, an existing cluster has one of AWS's, of the time when it was created.
  const name = view.isAbsent ? cluster.outputs.str("clusterParameterGroupName") : view.str();
  return known(name) ? requiredByDefault(name) : view.isAbsent ? cluster.exists !== true || UNKNOWN : UNKNOWN;
}

/** Whether a group of AWS's requires TLS: the one for new clusters does. What another group has is not known. */
const requiredByDefault = (name: string): Certainty =>
  name.startsWith("default.") ? name === "default.redshift-2.0" : UNKNOWN;

function groupRequiresTls(group: Resource): Certainty {
  const parameters = group.list("parameters") ?? [];
  if (!known(parameters)) {
    return UNKNOWN;
  }
  const setting = parameters.find((parameter) => parameter.str("name") === "require_ssl");
  const isUnclear = parameters.some((parameter) => parameter.str("name") === UNKNOWN);
  return setting ? (setting.bool("value") ?? false) : isUnclear ? UNKNOWN : requiredByFamily(group);
}

function requiredByFamily(group: Resource): Certainty {
  const family = group.str("family") ?? UNKNOWN;
  return family === UNKNOWN ? UNKNOWN : family === "redshift-2.0";
}
