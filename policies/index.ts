import type { Rule } from "./rule";
import backupCoversDatabases from "./backup/backup-covers-databases";
import backupPlan from "./backup/backup-plan";
import containerHealthCheck from "./containers/container-health-check";
import containerImagePlaceholder from "./containers/container-image-placeholder";
import containerImageResolvable from "./containers/container-image-resolvable";
import ecrForceDelete from "./containers/ecr-force-delete";
import ecrTagMutability from "./containers/ecr-tag-mutability";
import ecsDeploymentConfiguration from "./containers/ecs-deployment-configuration";
import fargateTaskSize from "./containers/fargate-task-size";
import auroraEngineName from "./database/aurora-engine-name";
import auroraEngineVersion from "./database/aurora-engine-version";
import auroraInstanceCount from "./database/aurora-instance-count";
import databaseEngineContract from "./database/database-engine-contract";
import databaseMigration from "./database/database-migration";
import dynamodbPointInTimeRecovery from "./database/dynamodb-point-in-time-recovery";
import rdsBackupRetention from "./database/rds-backup-retention";
import rdsFinalSnapshot from "./database/rds-final-snapshot";
import rdsInstanceClass from "./database/rds-instance-class";
import rdsLogExports from "./database/rds-log-exports";
import rdsNotPublic from "./database/rds-not-public";
import rdsWindows from "./database/rds-windows";
import activeEnvironmentParameter from "./delivery/active-environment-parameter";
import blueGreenTargetGroups from "./delivery/blue-green-target-groups";
import listenerHttps from "./delivery/listener-https";
import listenerTlsPolicy from "./delivery/listener-tls-policy";
import listenerWeightedForward from "./delivery/listener-weighted-forward";
import targetGroupHealthCheck from "./delivery/target-group-health-check";
import customerKeyExists from "./encryption/customer-key-exists";
import dynamodbCustomerKey from "./encryption/dynamodb-customer-key";
import elasticacheAuth from "./encryption/elasticache-auth";
import elasticacheEncryptedAtRest from "./encryption/elasticache-encrypted-at-rest";
import elasticacheEncryptedInTransit from "./encryption/elasticache-encrypted-in-transit";
import kinesisStreamEncrypted from "./encryption/kinesis-stream-encrypted";
import logGroupCustomerKey from "./encryption/log-group-customer-key";
import rdsCustomerKey from "./encryption/rds-customer-key";
import rdsStorageEncrypted from "./encryption/rds-storage-encrypted";
import lambdaEnvironment from "./functions/lambda-environment";
import lambdaMemory from "./functions/lambda-memory";
import lambdaRuntime from "./functions/lambda-runtime";
import lambdaStubCode from "./functions/lambda-stub-code";
import lambdaTimeout from "./functions/lambda-timeout";
import iamRoleGrantsNeededAccess from "./identity/iam-role-grants-needed-access";
import iamRoleHasPolicies from "./identity/iam-role-has-policies";
import iamWildcardAction from "./identity/iam-wildcard-action";
import iamWildcardResource from "./identity/iam-wildcard-resource";
import nameHasEnvironmentSuffix from "./naming/name-has-environment-suffix";
import outputAsText from "./naming/output-as-text";
import outputValue from "./naming/output-value";
import regionMatchesContract from "./naming/region-matches-contract";
import requiredOutputs from "./naming/required-outputs";
import requiredServices from "./naming/required-services";
import ecsServicePrivate from "./network/ecs-service-private";
import eipDomain from "./network/eip-domain";
import natGatewayElasticIp from "./network/nat-gateway-elastic-ip";
import natGatewayPerZone from "./network/nat-gateway-per-zone";
import privateSubnetEgress from "./network/private-subnet-egress";
import securityGroupAdmitsClients from "./network/security-group-admits-clients";
import securityGroupClientSource from "./network/security-group-client-source";
import securityGroupDatabaseOpen from "./network/security-group-database-open";
import securityGroupOpenAdminPort from "./network/security-group-open-admin-port";
import securityGroupRuleDescription from "./network/security-group-rule-description";
import subnetAvailabilityZoneValid from "./network/subnet-availability-zone-valid";
import subnetCidrLayout from "./network/subnet-cidr-layout";
import vpcAvailabilityZones from "./network/vpc-availability-zones";
import vpcEndpoints from "./network/vpc-endpoints";
import vpcFlowLogs from "./network/vpc-flow-logs";
import alarmActions from "./observability/alarm-actions";
import alarmMetricValid from "./observability/alarm-metric-valid";
import alarmsCoverResources from "./observability/alarms-cover-resources";
import dashboardCoversDatabases from "./observability/dashboard-covers-databases";
import dashboardExists from "./observability/dashboard-exists";
import logGroupRetention from "./observability/log-group-retention";
import autoscalingTargetAfterService from "./ordering/autoscaling-target-after-service";
import ecsServiceAfterDatabase from "./ordering/ecs-service-after-database";
import ecsServiceAfterListener from "./ordering/ecs-service-after-listener";
import eipAfterInternetGateway from "./ordering/eip-after-internet-gateway";
import natGatewayAfterInternetGateway from "./ordering/nat-gateway-after-internet-gateway";
import privateRouteAfterNatGateway from "./ordering/private-route-after-nat-gateway";
import contract from "./project/contract";
import preflight from "./project/preflight";
import projectDocumentationPlatform from "./project/project-documentation-platform";
import projectIntegrationTests from "./project/project-integration-tests";
import projectMain from "./project/project-main";
import projectName from "./project/project-name";
import projectOutputParsing from "./project/project-output-parsing";
import projectPlatform from "./project/project-platform";
import projectPromptPlatform from "./project/project-prompt-platform";
import projectRegion from "./project/project-region";
import projectRemovedArguments from "./project/project-removed-arguments";
import projectSuffixRequired from "./project/project-suffix-required";
import projectUnitTests from "./project/project-unit-tests";
import credentialsHardcoded from "./secrets/credentials-hardcoded";
import databaseCredentialsManaged from "./secrets/database-credentials-managed";
import ecsSecretJsonKey from "./secrets/ecs-secret-json-key";
import secretHostWithoutPort from "./secrets/secret-host-without-port";
import secretRotation from "./secrets/secret-rotation";
import costAllocationTags from "./tagging/cost-allocation-tags";
import requiredTags from "./tagging/required-tags";

/** Every rule, in the order in which they are asked: `contract` first, since it carries the settings of all others. */
export const rules: readonly Rule[] = [
  contract,
  backupCoversDatabases,
  backupPlan,
  containerHealthCheck,
  containerImagePlaceholder,
  containerImageResolvable,
  ecrForceDelete,
  ecrTagMutability,
  ecsDeploymentConfiguration,
  fargateTaskSize,
  auroraEngineName,
  auroraEngineVersion,
  auroraInstanceCount,
  databaseEngineContract,
  databaseMigration,
  dynamodbPointInTimeRecovery,
  rdsBackupRetention,
  rdsFinalSnapshot,
  rdsInstanceClass,
  rdsLogExports,
  rdsNotPublic,
  rdsWindows,
  activeEnvironmentParameter,
  blueGreenTargetGroups,
  listenerHttps,
  listenerTlsPolicy,
  listenerWeightedForward,
  targetGroupHealthCheck,
  customerKeyExists,
  dynamodbCustomerKey,
  elasticacheAuth,
  elasticacheEncryptedAtRest,
  elasticacheEncryptedInTransit,
  kinesisStreamEncrypted,
  logGroupCustomerKey,
  rdsCustomerKey,
  rdsStorageEncrypted,
  lambdaEnvironment,
  lambdaMemory,
  lambdaRuntime,
  lambdaStubCode,
  lambdaTimeout,
  iamRoleGrantsNeededAccess,
  iamRoleHasPolicies,
  iamWildcardAction,
  iamWildcardResource,
  nameHasEnvironmentSuffix,
  outputAsText,
  outputValue,
  regionMatchesContract,
  requiredOutputs,
  requiredServices,
  ecsServicePrivate,
  eipDomain,
  natGatewayElasticIp,
  natGatewayPerZone,
  privateSubnetEgress,
  securityGroupAdmitsClients,
  securityGroupClientSource,
  securityGroupDatabaseOpen,
  securityGroupOpenAdminPort,
  securityGroupRuleDescription,
  subnetAvailabilityZoneValid,
  subnetCidrLayout,
  vpcAvailabilityZones,
  vpcEndpoints,
  vpcFlowLogs,
  alarmActions,
  alarmMetricValid,
  alarmsCoverResources,
  dashboardCoversDatabases,
  dashboardExists,
  logGroupRetention,
  autoscalingTargetAfterService,
  ecsServiceAfterDatabase,
  ecsServiceAfterListener,
  eipAfterInternetGateway,
  natGatewayAfterInternetGateway,
  privateRouteAfterNatGateway,
  projectDocumentationPlatform,
  projectIntegrationTests,
  projectMain,
  projectName,
  projectOutputParsing,
  projectPlatform,
  projectPromptPlatform,
  projectRegion,
  projectRemovedArguments,
  projectSuffixRequired,
  projectUnitTests,
  credentialsHardcoded,
  databaseCredentialsManaged,
  ecsSecretJsonKey,
  secretHostWithoutPort,
  secretRotation,
  costAllocationTags,
  requiredTags,
  preflight,
];
