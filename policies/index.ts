import type { Rule } from "./rule";
import backupCoversDatabases from "./backup/backup-covers-databases";
import backupPlan from "./backup/backup-plan";
import s3Lifecycle from "./backup/s3-lifecycle";
import s3Versioning from "./backup/s3-versioning";
import autoscalingTargetTracking from "./containers/autoscaling-target-tracking";
import containerHealthCheck from "./containers/container-health-check";
import containerImagePlaceholder from "./containers/container-image-placeholder";
import containerImageResolvable from "./containers/container-image-resolvable";
import ecrForceDelete from "./containers/ecr-force-delete";
import ecrScanOnPush from "./containers/ecr-scan-on-push";
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
import rdsMultiAz from "./database/rds-multi-az";
import rdsNotPublic from "./database/rds-not-public";
import rdsParameterGroup from "./database/rds-parameter-group";
import rdsWindows from "./database/rds-windows";
import activeEnvironmentParameter from "./delivery/active-environment-parameter";
import apiGatewayThrottling from "./delivery/api-gateway-throttling";
import blueGreenTargetGroups from "./delivery/blue-green-target-groups";
import listenerHttps from "./delivery/listener-https";
import listenerTlsPolicy from "./delivery/listener-tls-policy";
import listenerWeightedForward from "./delivery/listener-weighted-forward";
import targetGroupHealthCheck from "./delivery/target-group-health-check";
import cloudfrontTls from "./encryption/cloudfront-tls";
import customerKeyExists from "./encryption/customer-key-exists";
import dynamodbCustomerKey from "./encryption/dynamodb-customer-key";
import ebsEncrypted from "./encryption/ebs-encrypted";
import efsEncrypted from "./encryption/efs-encrypted";
import elasticacheAuth from "./encryption/elasticache-auth";
import elasticacheEncryptedAtRest from "./encryption/elasticache-encrypted-at-rest";
import elasticacheEncryptedInTransit from "./encryption/elasticache-encrypted-in-transit";
import kinesisStreamEncrypted from "./encryption/kinesis-stream-encrypted";
import kmsKeyRotation from "./encryption/kms-key-rotation";
import logGroupCustomerKey from "./encryption/log-group-customer-key";
import opensearchEncrypted from "./encryption/opensearch-encrypted";
import rdsCustomerKey from "./encryption/rds-customer-key";
import rdsStorageEncrypted from "./encryption/rds-storage-encrypted";
import redshiftEncrypted from "./encryption/redshift-encrypted";
import s3Encryption from "./encryption/s3-encryption";
import s3TlsOnly from "./encryption/s3-tls-only";
import snsEncrypted from "./encryption/sns-encrypted";
import sqsEncrypted from "./encryption/sqs-encrypted";
import eventTargetPermission from "./functions/event-target-permission";
import lambdaDeadLetter from "./functions/lambda-dead-letter";
import lambdaEnvironment from "./functions/lambda-environment";
import lambdaMemory from "./functions/lambda-memory";
import lambdaRuntime from "./functions/lambda-runtime";
import lambdaStubCode from "./functions/lambda-stub-code";
import lambdaTimeout from "./functions/lambda-timeout";
import iamRoleGrantsNeededAccess from "./identity/iam-role-grants-needed-access";
import iamRoleHasPolicies from "./identity/iam-role-has-policies";
import iamWildcardAction from "./identity/iam-wildcard-action";
import iamWildcardResource from "./identity/iam-wildcard-resource";
import imdsv2 from "./identity/imdsv2";
import amiHardcoded from "./naming/ami-hardcoded";
import nameHasEnvironmentSuffix from "./naming/name-has-environment-suffix";
import outputAsText from "./naming/output-as-text";
import outputValue from "./naming/output-value";
import regionHardcoded from "./naming/region-hardcoded";
import regionMatchesContract from "./naming/region-matches-contract";
import requiredOutputs from "./naming/required-outputs";
import requiredServices from "./naming/required-services";
import ecsServicePrivate from "./network/ecs-service-private";
import eipDomain from "./network/eip-domain";
import eksEndpointPrivate from "./network/eks-endpoint-private";
import natGatewayElasticIp from "./network/nat-gateway-elastic-ip";
import natGatewayPerZone from "./network/nat-gateway-per-zone";
import privateSubnetEgress from "./network/private-subnet-egress";
import routeTableAssociated from "./network/route-table-associated";
import s3PublicAccessBlock from "./network/s3-public-access-block";
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
import wafAssociated from "./network/waf-associated";
import alarmActions from "./observability/alarm-actions";
import alarmDimensions from "./observability/alarm-dimensions";
import alarmMetricValid from "./observability/alarm-metric-valid";
import alarmsCoverResources from "./observability/alarms-cover-resources";
import cloudtrailEnabled from "./observability/cloudtrail-enabled";
import dashboardCoversDatabases from "./observability/dashboard-covers-databases";
import dashboardExists from "./observability/dashboard-exists";
import ecsContainerInsights from "./observability/ecs-container-insights";
import ecsExecLogging from "./observability/ecs-exec-logging";
import lambdaLogGroup from "./observability/lambda-log-group";
import lambdaTracing from "./observability/lambda-tracing";
import loadBalancerAccessLogs from "./observability/load-balancer-access-logs";
import logDeliveryPolicy from "./observability/log-delivery-policy";
import logGroupRetention from "./observability/log-group-retention";
import snsTopicSubscribed from "./observability/sns-topic-subscribed";
import autoscalingTargetAfterService from "./ordering/autoscaling-target-after-service";
import ecsServiceAfterDatabase from "./ordering/ecs-service-after-database";
import ecsServiceAfterListener from "./ordering/ecs-service-after-listener";
import eipAfterInternetGateway from "./ordering/eip-after-internet-gateway";
import natGatewayAfterInternetGateway from "./ordering/nat-gateway-after-internet-gateway";
import privateRouteAfterNatGateway from "./ordering/private-route-after-nat-gateway";
import contract from "./project/contract";
import preflight from "./project/preflight";
import explicitProviderUsed from "./project/explicit-provider-used";
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
import resourceHasParent from "./project/resource-has-parent";
import s3DeprecatedArguments from "./project/s3-deprecated-arguments";
import credentialsHardcoded from "./secrets/credentials-hardcoded";
import databaseCredentialsManaged from "./secrets/database-credentials-managed";
import ecsSecretJsonKey from "./secrets/ecs-secret-json-key";
import secretHostWithoutPort from "./secrets/secret-host-without-port";
import secretRotation from "./secrets/secret-rotation";
import costAllocationTags from "./tagging/cost-allocation-tags";
import requiredTags from "./tagging/required-tags";
import accountSingleton from "./validity/account-singleton";
import acmCertificateValidated from "./validity/acm-certificate-validated";
import apiGatewayAccountRole from "./validity/api-gateway-account-role";
import apiGatewayDeploymentOrder from "./validity/api-gateway-deployment-order";
import apiGatewayIntegrationUri from "./validity/api-gateway-integration-uri";
import apiGatewayPrivatePolicy from "./validity/api-gateway-private-policy";
import apiGatewayStageOrder from "./validity/api-gateway-stage-order";
import codepipelineArtifactStoreRegion from "./validity/codepipeline-artifact-store-region";
import configRecorderOrder from "./validity/config-recorder-order";
import configRuleIdentifier from "./validity/config-rule-identifier";
import configRuleTrigger from "./validity/config-rule-trigger";
import containerPortMatches from "./validity/container-port-matches";
import dashboardBodyValid from "./validity/dashboard-body-valid";
import dbSubnetGroupZones from "./validity/db-subnet-group-zones";
import dmsRoleName from "./validity/dms-role-name";
import domainReserved from "./validity/domain-reserved";
import duplicateTagKeys from "./validity/duplicate-tag-keys";
import dynamodbReplica from "./validity/dynamodb-replica";
import ecsImageFromEmptyRepository from "./validity/ecs-image-from-empty-repository";
import elasticacheAuthToken from "./validity/elasticache-auth-token";
import elasticacheFailover from "./validity/elasticache-failover";
import eventTargetDeadLetter from "./validity/event-target-dead-letter";
import iamManagedPolicyExists from "./validity/iam-managed-policy-exists";
import iamPolicyBeforeConsumer from "./validity/iam-policy-before-consumer";
import iamPolicySyntax from "./validity/iam-policy-syntax";
import kmsKeyPolicyAllowsService from "./validity/kms-key-policy-allows-service";
import lambdaDeadLetterPermission from "./validity/lambda-dead-letter-permission";
import lambdaEdgeRegion from "./validity/lambda-edge-region";
import lambdaEnvironmentReserved from "./validity/lambda-environment-reserved";
import lambdaEventSource from "./validity/lambda-event-source";
import lambdaHandlerInArchive from "./validity/lambda-handler-in-archive";
import lambdaPackageType from "./validity/lambda-package-type";
import lambdaReservedConcurrency from "./validity/lambda-reserved-concurrency";
import lambdaSdkInRuntime from "./validity/lambda-sdk-in-runtime";
import lambdaSnapstartRuntime from "./validity/lambda-snapstart-runtime";
import lambdaVersionRequired from "./validity/lambda-version-required";
import launchTemplateUserData from "./validity/launch-template-user-data";
import listenerPortAdmitted from "./validity/listener-port-admitted";
import loadBalancerNameLength from "./validity/load-balancer-name-length";
import loadBalancerZones from "./validity/load-balancer-zones";
import nameCharset from "./validity/name-charset";
import natGatewayElasticIpShared from "./validity/nat-gateway-elastic-ip-shared";
import placeholderIdentifier from "./validity/placeholder-identifier";
import rdsEngineVersion from "./validity/rds-engine-version";
import rdsGlobalCluster from "./validity/rds-global-cluster";
import rdsInstanceClassSupported from "./validity/rds-instance-class-supported";
import rdsMasterUsername from "./validity/rds-master-username";
import rdsStaticParameter from "./validity/rds-static-parameter";
import route53HealthCheckEndpoint from "./validity/route53-health-check-endpoint";
import s3AclOwnership from "./validity/s3-acl-ownership";
import s3BucketNameUnique from "./validity/s3-bucket-name-unique";
import s3MfaDelete from "./validity/s3-mfa-delete";
import s3NotificationPermission from "./validity/s3-notification-permission";
import s3PolicyAfterAccessBlock from "./validity/s3-policy-after-access-block";
import s3ReplicationSchema from "./validity/s3-replication-schema";
import scheduleExpression from "./validity/schedule-expression";
import securityGroupCycle from "./validity/security-group-cycle";
import serviceClosed from "./validity/service-closed";
import serviceQuota from "./validity/service-quota";

/** Every rule, in the order in which they are asked: `contract` first, since it carries the settings of all others. */
export const rules: readonly Rule[] = [
  contract,
  backupCoversDatabases,
  backupPlan,
  s3Lifecycle,
  s3Versioning,
  autoscalingTargetTracking,
  containerHealthCheck,
  containerImagePlaceholder,
  containerImageResolvable,
  ecrForceDelete,
  ecrScanOnPush,
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
  rdsMultiAz,
  rdsNotPublic,
  rdsParameterGroup,
  rdsWindows,
  activeEnvironmentParameter,
  apiGatewayThrottling,
  blueGreenTargetGroups,
  listenerHttps,
  listenerTlsPolicy,
  listenerWeightedForward,
  targetGroupHealthCheck,
  cloudfrontTls,
  customerKeyExists,
  dynamodbCustomerKey,
  ebsEncrypted,
  efsEncrypted,
  elasticacheAuth,
  elasticacheEncryptedAtRest,
  elasticacheEncryptedInTransit,
  kinesisStreamEncrypted,
  kmsKeyRotation,
  logGroupCustomerKey,
  opensearchEncrypted,
  rdsCustomerKey,
  rdsStorageEncrypted,
  redshiftEncrypted,
  s3Encryption,
  s3TlsOnly,
  snsEncrypted,
  sqsEncrypted,
  eventTargetPermission,
  lambdaDeadLetter,
  lambdaEnvironment,
  lambdaMemory,
  lambdaRuntime,
  lambdaStubCode,
  lambdaTimeout,
  iamRoleGrantsNeededAccess,
  iamRoleHasPolicies,
  iamWildcardAction,
  iamWildcardResource,
  imdsv2,
  amiHardcoded,
  nameHasEnvironmentSuffix,
  outputAsText,
  outputValue,
  regionHardcoded,
  regionMatchesContract,
  requiredOutputs,
  requiredServices,
  ecsServicePrivate,
  eipDomain,
  eksEndpointPrivate,
  natGatewayElasticIp,
  natGatewayPerZone,
  privateSubnetEgress,
  routeTableAssociated,
  s3PublicAccessBlock,
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
  wafAssociated,
  alarmActions,
  alarmDimensions,
  alarmMetricValid,
  alarmsCoverResources,
  cloudtrailEnabled,
  dashboardCoversDatabases,
  dashboardExists,
  ecsContainerInsights,
  ecsExecLogging,
  lambdaLogGroup,
  lambdaTracing,
  loadBalancerAccessLogs,
  logDeliveryPolicy,
  logGroupRetention,
  snsTopicSubscribed,
  autoscalingTargetAfterService,
  ecsServiceAfterDatabase,
  ecsServiceAfterListener,
  eipAfterInternetGateway,
  natGatewayAfterInternetGateway,
  privateRouteAfterNatGateway,
  explicitProviderUsed,
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
  resourceHasParent,
  s3DeprecatedArguments,
  credentialsHardcoded,
  databaseCredentialsManaged,
  ecsSecretJsonKey,
  secretHostWithoutPort,
  secretRotation,
  costAllocationTags,
  requiredTags,
  accountSingleton,
  acmCertificateValidated,
  apiGatewayAccountRole,
  apiGatewayDeploymentOrder,
  apiGatewayIntegrationUri,
  apiGatewayPrivatePolicy,
  apiGatewayStageOrder,
  codepipelineArtifactStoreRegion,
  configRecorderOrder,
  configRuleIdentifier,
  configRuleTrigger,
  containerPortMatches,
  dashboardBodyValid,
  dbSubnetGroupZones,
  dmsRoleName,
  domainReserved,
  duplicateTagKeys,
  dynamodbReplica,
  ecsImageFromEmptyRepository,
  elasticacheAuthToken,
  elasticacheFailover,
  eventTargetDeadLetter,
  iamManagedPolicyExists,
  iamPolicyBeforeConsumer,
  iamPolicySyntax,
  kmsKeyPolicyAllowsService,
  lambdaDeadLetterPermission,
  lambdaEdgeRegion,
  lambdaEnvironmentReserved,
  lambdaEventSource,
  lambdaHandlerInArchive,
  lambdaPackageType,
  lambdaReservedConcurrency,
  lambdaSdkInRuntime,
  lambdaSnapstartRuntime,
  lambdaVersionRequired,
  launchTemplateUserData,
  listenerPortAdmitted,
  loadBalancerNameLength,
  loadBalancerZones,
  nameCharset,
  natGatewayElasticIpShared,
  placeholderIdentifier,
  rdsEngineVersion,
  rdsGlobalCluster,
  rdsInstanceClassSupported,
  rdsMasterUsername,
  rdsStaticParameter,
  route53HealthCheckEndpoint,
  s3AclOwnership,
  s3BucketNameUnique,
  s3MfaDelete,
  s3NotificationPermission,
  s3PolicyAfterAccessBlock,
  s3ReplicationSchema,
  scheduleExpression,
  securityGroupCycle,
  serviceClosed,
  serviceQuota,
  preflight,
];

export const RULE_IDS: ReadonlySet<string> = new Set(rules.map(({ id }) => id));
