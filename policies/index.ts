import type { Rule } from "./rule";
import backupCoversDatabases from "./backup/backup-covers-databases";
import backupPlan from "./backup/backup-plan";
import auroraEngineName from "./database/aurora-engine-name";
import auroraEngineVersion from "./database/aurora-engine-version";
import auroraInstanceCount from "./database/aurora-instance-count";
import databaseEngineContract from "./database/database-engine-contract";
import dynamodbPointInTimeRecovery from "./database/dynamodb-point-in-time-recovery";
import rdsBackupRetention from "./database/rds-backup-retention";
import rdsInstanceClass from "./database/rds-instance-class";
import rdsLogExports from "./database/rds-log-exports";
import rdsNotPublic from "./database/rds-not-public";
import activeEnvironmentParameter from "./delivery/active-environment-parameter";
import listenerWeightedForward from "./delivery/listener-weighted-forward";
import targetGroupHealthCheck from "./delivery/target-group-health-check";
import customerKeyExists from "./encryption/customer-key-exists";
import dynamodbCustomerKey from "./encryption/dynamodb-customer-key";
import rdsCustomerKey from "./encryption/rds-customer-key";
import rdsStorageEncrypted from "./encryption/rds-storage-encrypted";
import lambdaEnvironment from "./functions/lambda-environment";
import lambdaMemory from "./functions/lambda-memory";
import lambdaRuntime from "./functions/lambda-runtime";
import lambdaStubCode from "./functions/lambda-stub-code";
import lambdaTimeout from "./functions/lambda-timeout";
import iamRoleGrantsNeededAccess from "./identity/iam-role-grants-needed-access";
import iamRoleHasPolicies from "./identity/iam-role-has-policies";
import outputAsText from "./naming/output-as-text";
import regionMatchesContract from "./naming/region-matches-contract";
import requiredOutputs from "./naming/required-outputs";
import requiredServices from "./naming/required-services";
import natGatewayElasticIp from "./network/nat-gateway-elastic-ip";
import natGatewayPerZone from "./network/nat-gateway-per-zone";
import securityGroupDatabaseOpen from "./network/security-group-database-open";
import vpcAvailabilityZones from "./network/vpc-availability-zones";
import vpcEndpoints from "./network/vpc-endpoints";
import alarmsCoverResources from "./observability/alarms-cover-resources";
import contract from "./project/contract";
import preflight from "./project/preflight";
import projectRegion from "./project/project-region";
import credentialsHardcoded from "./secrets/credentials-hardcoded";
import databaseCredentialsManaged from "./secrets/database-credentials-managed";
import secretRotation from "./secrets/secret-rotation";
import requiredTags from "./tagging/required-tags";

/** Every rule, in the order in which they are asked: `contract` first, since it carries the settings of all others. */
export const rules: readonly Rule[] = [
  contract,
  backupCoversDatabases,
  backupPlan,
  auroraEngineName,
  auroraEngineVersion,
  auroraInstanceCount,
  databaseEngineContract,
  dynamodbPointInTimeRecovery,
  rdsBackupRetention,
  rdsInstanceClass,
  rdsLogExports,
  rdsNotPublic,
  activeEnvironmentParameter,
  listenerWeightedForward,
  targetGroupHealthCheck,
  customerKeyExists,
  dynamodbCustomerKey,
  rdsCustomerKey,
  rdsStorageEncrypted,
  lambdaEnvironment,
  lambdaMemory,
  lambdaRuntime,
  lambdaStubCode,
  lambdaTimeout,
  iamRoleGrantsNeededAccess,
  iamRoleHasPolicies,
  outputAsText,
  regionMatchesContract,
  requiredOutputs,
  requiredServices,
  natGatewayElasticIp,
  natGatewayPerZone,
  securityGroupDatabaseOpen,
  vpcAvailabilityZones,
  vpcEndpoints,
  alarmsCoverResources,
  projectRegion,
  credentialsHardcoded,
  databaseCredentialsManaged,
  secretRotation,
  requiredTags,
  preflight,
];
