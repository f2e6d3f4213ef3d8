import { isBehindInternetGateway, reachabilityOf } from "../../src/aws/network/reachability";
import { RDS_CLUSTER_INSTANCE, RDS_INSTANCE } from "../../src/aws/type-tokens";
import { not } from "../../src/graph/certainty";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { defineRule, type Context, type Finding } from "../../src/rules/rule";

const TYPES = [RDS_INSTANCE, RDS_CLUSTER_INSTANCE];

type Problem = Pick<Finding, "message" | "level" | "awsError" | "onlyAtCreation">;

const OPEN: Problem = {
  message: "The database gets a public address. Set `publiclyAccessible: false`, and connect from inside the VPC.",
};

/** What AWS does not create, and what keeps the internet from a database with a public address today. */
function problemOf(stack: Stack, instance: Resource): Problem {
  const { reachable, hasRoute } = reachabilityOf(stack, instance);
  if (isBehindInternetGateway(stack, instance) === false) {
    return {
      message:
        "The database gets a public address, and its VPC has no internet gateway. Set `publiclyAccessible: false`, or add " +
        "an aws.ec2.InternetGateway to the VPC.",
      awsError: "Cannot create a publicly accessible DBInstance. The specified VPC has no internet gateway attached",
      onlyAtCreation: true,
    };
  }
  if (reachable !== false) {
    return OPEN;
  }
  const barrier =
    hasRoute === false
      ? "its subnets have no route to an internet gateway"
      : "its security groups do not admit the internet";
  return {
    level: "advisory",
    message:
      `The database gets a public address, and only this protects it: ${barrier}. ` +
      "Set `publiclyAccessible: false`.",
  };
}

// Without these, an instance is in the default VPC, which the internet reaches: its own inputs decide.
const NETWORK = ["clusterIdentifier", "dbSubnetGroupName", "vpcSecurityGroupIds"];

const isInOwnNetwork = (instance: Resource): boolean =>
  NETWORK.some((property) => instance.find(property) !== undefined);

function checkInstance(instance: Resource, { decide }: Context, problem = OPEN): void {
  decide(not(instance.bool("publiclyAccessible") ?? false), {
    at: instance,
    property: "publiclyAccessible",
    fix: { publiclyAccessible: false },
    ...problem,
  });
}

export default defineRule({
  id: "rds-not-public",
  category: "database",
  description: "RDS instances must not be publicly accessible",
  severity: "critical",
  level: "mandatory",
  basis: "public",
  failures: ["B24"],
  why:
    "A publicly accessible database has an address on the internet, so that one wrong rule in a security group or one " +
    "leaked password opens its data to everyone.",
  fix: {
    typescript: `publiclyAccessible: false,`,
    python: `publicly_accessible=False,`,
    yaml: `publiclyAccessible: false`,
  },
  limits:
    "An instance that the internet certainly cannot reach is advisory: its subnets have no route to an internet gateway, " +
    "or its security groups admit known addresses only. In a new VPC without an internet gateway AWS does not create it.",
  references: [
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html",
  ],
  resource: {
    types: TYPES,
    check(instance, context) {
      if (!isInOwnNetwork(instance)) {
        checkInstance(instance, context);
      }
    },
  },
  stack(stack, context) {
    for (const instance of stack.managed(...TYPES).filter(isInOwnNetwork)) {
      checkInstance(instance, context, problemOf(stack, instance));
    }
  },
  alone: TYPES,
  remediation: {
    does: "sets `publiclyAccessible: false`",
    resource: { types: TYPES, check: checkInstance },
  },
});
