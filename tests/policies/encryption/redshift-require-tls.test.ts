import rule from "../../../policies/encryption/redshift-require-tls";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const cluster = (clusterParameterGroupName?: Input): BuiltResource =>
  resource("aws:redshift/cluster:Cluster", "orders", {
    clusterIdentifier: "orders",
    nodeType: "ra3.large",
    ...(clusterParameterGroupName !== undefined && { clusterParameterGroupName }),
  });
const group = (family: Input, ...parameters: Input[]): BuiltResource =>
  resource("aws:redshift/parameterGroup:ParameterGroup", "parameters", { family, parameters });
const ssl = (value: Input): Input => ({ name: "require_ssl", value });
const withGroup = (family: Input, ...parameters: Input[]): BuiltResource[] => {
  const own = group(family, ...parameters);
  return [own, cluster(own.name)];
};
const found = [{ resource: "orders", path: "clusterParameterGroupName" }];

// Without a contract the rule is silent.
ruleTest(
  { ...rule, level: "advisory" },
  {
    valid: [
      { name: "a group that requires TLS", stack: withGroup("redshift-1.0", ssl("true")) },
      { name: "a group of a family that requires it", stack: withGroup("redshift-2.0") },
      { name: "the group of AWS for new clusters", stack: [cluster("default.redshift-2.0")] },
      { name: "a new cluster without a group", stack: [cluster()], shape: "preview" },
    ],
    invalid: [
      { name: "a group that does not", stack: withGroup("redshift-2.0", ssl("false")), findings: found },
      { name: "a group of the older family", stack: withGroup("redshift-1.0"), findings: found },
      { name: "the older group of AWS", stack: [cluster("default.redshift-1.0")], findings: found },
    ],
    undecided: [
      {
        name: "a value that is not known",
        stack: withGroup("redshift-2.0", ssl(unknown)),
        at: ["orders.clusterParameterGroupName"],
      },
      { name: "a group of another stack", stack: [cluster("shared")], at: ["orders.clusterParameterGroupName"] },
      { name: "a name that is not known", stack: [cluster(unknown)], at: ["orders.clusterParameterGroupName"] },
    ],
  },
);
