import { nameProperty } from "../../src/aws/names";
import { scopeOf } from "../../src/aws/scopes";
import {
  BACKUP_VAULT,
  CLOUDWATCH_EVENT_RULE,
  CLOUDWATCH_EVENT_TARGET,
  CLOUDWATCH_LOG_GROUP,
  ECR_REPOSITORY,
  ECS_CLUSTER,
  ECS_SERVICE,
  EKS_CLUSTER,
  IAM_ROLE,
  IAM_ROLE_POLICY_ATTACHMENT,
  IAM_USER,
  LAMBDA_ALIAS,
  LAMBDA_EVENT_SOURCE_MAPPING,
  LAMBDA_FUNCTION,
  LAMBDA_FUNCTION_URL,
  LAMBDA_PERMISSION,
  RDS_CLUSTER,
  RDS_CLUSTER_INSTANCE,
  RDS_INSTANCE,
  RDS_SUBNET_GROUP,
} from "../../src/aws/type-tokens";
import { isMadeByPackage } from "../../src/graph/components";
import { isAlreadyOrdered, makeWait, waitsForOneOf } from "../../src/graph/ordering";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { classOf } from "../../src/graph/tokens";
import { known } from "../../src/graph/value";
import { variablesOf } from "../../src/source/variables";
import { defineRule } from "../../src/rules/rule";

const CACHE_SUBNET_GROUP = "aws:elasticache/subnetGroup:SubnetGroup";

/** Properties that name a resource, and the type that they name. */
const REFERENCES: readonly (readonly [type: string, property: string, target: string])[] = [
  [CLOUDWATCH_EVENT_TARGET, "rule", CLOUDWATCH_EVENT_RULE],
  [LAMBDA_PERMISSION, "function", LAMBDA_FUNCTION],
  [LAMBDA_EVENT_SOURCE_MAPPING, "functionName", LAMBDA_FUNCTION],
  [LAMBDA_FUNCTION_URL, "functionName", LAMBDA_FUNCTION],
  [LAMBDA_ALIAS, "functionName", LAMBDA_FUNCTION],
  ["aws:iam/rolePolicy:RolePolicy", "role", IAM_ROLE],
  [IAM_ROLE_POLICY_ATTACHMENT, "role", IAM_ROLE],
  ["aws:iam/instanceProfile:InstanceProfile", "role", IAM_ROLE],
  ["aws:iam/userPolicyAttachment:UserPolicyAttachment", "user", IAM_USER],
  ["aws:iam/userPolicy:UserPolicy", "user", IAM_USER],
  ["aws:iam/accessKey:AccessKey", "user", IAM_USER],
  [ECS_SERVICE, "cluster", ECS_CLUSTER],
  [RDS_CLUSTER_INSTANCE, "clusterIdentifier", RDS_CLUSTER],
  [RDS_CLUSTER, "dbSubnetGroupName", RDS_SUBNET_GROUP],
  [RDS_INSTANCE, "dbSubnetGroupName", RDS_SUBNET_GROUP],
  [RDS_INSTANCE, "parameterGroupName", "aws:rds/parameterGroup:ParameterGroup"],
  [RDS_CLUSTER, "dbClusterParameterGroupName", "aws:rds/clusterParameterGroup:ClusterParameterGroup"],
  ["aws:elasticache/cluster:Cluster", "subnetGroupName", CACHE_SUBNET_GROUP],
  ["aws:elasticache/replicationGroup:ReplicationGroup", "subnetGroupName", CACHE_SUBNET_GROUP],
  ["aws:eks/nodeGroup:NodeGroup", "clusterName", EKS_CLUSTER],
  ["aws:eks/addon:Addon", "clusterName", EKS_CLUSTER],
  ["aws:eks/fargateProfile:FargateProfile", "clusterName", EKS_CLUSTER],
  ["aws:cloudwatch/logSubscriptionFilter:LogSubscriptionFilter", "logGroup", CLOUDWATCH_LOG_GROUP],
  ["aws:cloudwatch/logMetricFilter:LogMetricFilter", "logGroupName", CLOUDWATCH_LOG_GROUP],
  ["aws:cloudwatch/logStream:LogStream", "logGroupName", CLOUDWATCH_LOG_GROUP],
  ["aws:ecr/lifecyclePolicy:LifecyclePolicy", "repository", ECR_REPOSITORY],
  ["aws:ecr/repositoryPolicy:RepositoryPolicy", "repository", ECR_REPOSITORY],
  ["aws:backup/vaultPolicy:VaultPolicy", "backupVaultName", BACKUP_VAULT],
  ["aws:codedeploy/deploymentGroup:DeploymentGroup", "appName", "aws:codedeploy/application:Application"],
];

/** The resource of the stack that has this name, in the account and region of the one that names it. */
function namedBy(stack: Stack, name: string, type: string, by: Resource): Resource | undefined {
  const property = nameProperty(type) ?? "name";
  const scope = scopeOf(by);
  const found = stack.managed(type).filter((one) => one.str(property) === name && scopeOf(one) === scope);
  return found.length === 1 ? found[0] : undefined;
}

export default defineRule({
  id: "reference-by-name",
  category: "ordering",
  description: "Resources of the stack must be named by reference, so that they exist first",
  severity: "medium",
  level: "advisory",
  why:
    "A name that is written as a string is not a dependency. Pulumi creates both resources at the same time, and AWS " +
    "rejects what names something that does not exist yet: the deployment fails on some days and succeeds on others. When " +
    "the resource is replaced or deleted, the order is left to chance too.",
  fix: {
    typescript: `new aws.cloudwatch.EventTarget("nightly", { rule: nightly.name, arn: report.arn }); // not rule: "nightly"`,
    python: `aws.cloudwatch.EventTarget("nightly", rule=nightly.name, arn=report.arn)  # not rule="nightly"`,
    yaml: `resources:
  target:
    type: aws:cloudwatch:EventTarget
    properties:
      rule: \${nightly.name} # not the string
      arn: \${report.arn}`,
  },
  limits:
    "Properties that are not in the rule's list; resources whose name is computed, that exist already, or that are in another " +
    "account or region; what a component of a published package creates.",
  references: ["https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html"],
  stack(stack, { project, report }) {
    for (const [type, property, targetType] of REFERENCES) {
      for (const resource of stack.managed(type).filter((one) => !isMadeByPackage(one))) {
        const at = resource.at(property);
        const name = resource.isComputed(property) ? undefined : at.str();
        const target = known(name) ? namedBy(stack, name, targetType, resource) : undefined;
        if (!target || waitsForOneOf(stack, resource, [target]) || isAlreadyOrdered(resource, [target])) {
          continue;
        }
        report({
          at,
          onlyAtCreation: true,
          missingDependencies: [target],
          message:
            `"${String(name)}" is the ${classOf(targetType)} ${target.name} of this stack, and nothing makes this wait for it. ` +
            `Use its \`${nameProperty(targetType) ?? "name"}\` instead of the string, or ` +
            `${makeWait(stack, resource, [target], variablesOf(project.files))}.`,
        });
      }
    }
  },
});
