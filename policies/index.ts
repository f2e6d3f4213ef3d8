import type { Rule } from "../src/rules/rule";
import auroraBacktrack from "./backup/aurora-backtrack";
import backupCoversDatabases from "./backup/backup-covers-databases";
import backupCoversVolumes from "./backup/backup-covers-volumes";
import backupPlan from "./backup/backup-plan";
import cognitoDeletionProtection from "./backup/cognito-deletion-protection";
import docdbDeletionProtection from "./backup/docdb-deletion-protection";
import efsAutomaticBackups from "./backup/efs-automatic-backups";
import efsZones from "./backup/efs-zones";
import elasticacheBackup from "./backup/elasticache-backup";
import fsxMultiAz from "./backup/fsx-multi-az";
import kinesisStreamRetention from "./backup/kinesis-stream-retention";
import neptuneBackupRetention from "./backup/neptune-backup-retention";
import recoveryPoint from "./backup/recovery-point";
import redshiftSnapshotRetention from "./backup/redshift-snapshot-retention";
import regionReplicas from "./backup/region-replicas";
import s3DirectoryBucketLifecycle from "./backup/s3-directory-bucket-lifecycle";
import s3Lifecycle from "./backup/s3-lifecycle";
import s3LifecycleConfigured from "./backup/s3-lifecycle-configured";
import s3MfaDeleteEnabled from "./backup/s3-mfa-delete-enabled";
import s3ObjectLock from "./backup/s3-object-lock";
import s3Replication from "./backup/s3-replication";
import s3Versioning from "./backup/s3-versioning";
import autoscalingTargetTracking from "./containers/autoscaling-target-tracking";
import containerHealthCheck from "./containers/container-health-check";
import containerImagePlaceholder from "./containers/container-image-placeholder";
import containerImageResolvable from "./containers/container-image-resolvable";
import containerRegistryAllowed from "./containers/container-registry-allowed";
import ecrForceDelete from "./containers/ecr-force-delete";
import ecrLifecyclePolicy from "./containers/ecr-lifecycle-policy";
import ecrScanOnPush from "./containers/ecr-scan-on-push";
import ecrTagImmutable from "./containers/ecr-tag-immutable";
import ecrTagMutability from "./containers/ecr-tag-mutability";
import ecsCapacityProviderProtection from "./containers/ecs-capacity-provider-protection";
import ecsContainerNonAdministrator from "./containers/ecs-container-non-administrator";
import ecsContainerNonRoot from "./containers/ecs-container-non-root";
import ecsContainerPrivileged from "./containers/ecs-container-privileged";
import ecsContainerReadOnly from "./containers/ecs-container-read-only";
import ecsDeploymentConfiguration from "./containers/ecs-deployment-configuration";
import ecsFargatePlatformVersion from "./containers/ecs-fargate-platform-version";
import ecsHostNetworkUser from "./containers/ecs-host-network-user";
import ecsHostProcessNamespace from "./containers/ecs-host-process-namespace";
import eksVersion from "./containers/eks-version";
import elasticbeanstalkManagedUpdates from "./containers/elasticbeanstalk-managed-updates";
import fargateTaskSize from "./containers/fargate-task-size";
import auroraEngineName from "./database/aurora-engine-name";
import auroraEngineVersion from "./database/aurora-engine-version";
import auroraInstanceCount from "./database/aurora-instance-count";
import databaseEngineContract from "./database/database-engine-contract";
import databaseMigration from "./database/database-migration";
import dmsMinorVersionUpgrade from "./database/dms-minor-version-upgrade";
import dmsMultiAz from "./database/dms-multi-az";
import docdbBackupRetention from "./database/docdb-backup-retention";
import dynamodbAutoscaling from "./database/dynamodb-autoscaling";
import dynamodbDeletionProtection from "./database/dynamodb-deletion-protection";
import dynamodbPointInTimeRecovery from "./database/dynamodb-point-in-time-recovery";
import elasticacheAutomaticFailover from "./database/elasticache-automatic-failover";
import elasticacheMinorUpgrades from "./database/elasticache-minor-upgrades";
import neptuneDeletionProtection from "./database/neptune-deletion-protection";
import neptuneMultiAz from "./database/neptune-multi-az";
import opensearchDataNodes from "./database/opensearch-data-nodes";
import opensearchDedicatedMasters from "./database/opensearch-dedicated-masters";
import rdsBackupRetention from "./database/rds-backup-retention";
import rdsDeletionProtection from "./database/rds-deletion-protection";
import rdsFinalSnapshot from "./database/rds-final-snapshot";
import rdsInstanceClass from "./database/rds-instance-class";
import rdsLogExports from "./database/rds-log-exports";
import rdsMinorUpgrades from "./database/rds-minor-upgrades";
import rdsMultiAz from "./database/rds-multi-az";
import rdsNotPublic from "./database/rds-not-public";
import rdsParameterGroup from "./database/rds-parameter-group";
import rdsRequiredLogs from "./database/rds-required-logs";
import rdsWindows from "./database/rds-windows";
import recoveryTime from "./database/recovery-time";
import redshiftAdminUsername from "./database/redshift-admin-username";
import redshiftDatabaseName from "./database/redshift-database-name";
import redshiftMultiAz from "./database/redshift-multi-az";
import redshiftServerlessAdminUsername from "./database/redshift-serverless-admin-username";
import redshiftServerlessDatabaseName from "./database/redshift-serverless-database-name";
import redshiftVersionUpgrade from "./database/redshift-version-upgrade";
import snapshotPublic from "./database/snapshot-public";
import activeEnvironmentParameter from "./delivery/active-environment-parameter";
import albDesyncMitigation from "./delivery/alb-desync-mitigation";
import albDropInvalidHeaders from "./delivery/alb-drop-invalid-headers";
import apiGatewayStage from "./delivery/api-gateway-stage";
import apiGatewayThrottling from "./delivery/api-gateway-throttling";
import autoscalingHealthCheck from "./delivery/autoscaling-health-check";
import autoscalingInstanceTypes from "./delivery/autoscaling-instance-types";
import autoscalingLaunchTemplate from "./delivery/autoscaling-launch-template";
import autoscalingMultipleZones from "./delivery/autoscaling-multiple-zones";
import blueGreenTargetGroups from "./delivery/blue-green-target-groups";
import classicLoadBalancerCertificate from "./delivery/classic-load-balancer-certificate";
import classicLoadBalancerCrossZone from "./delivery/classic-load-balancer-cross-zone";
import classicLoadBalancerDesyncMitigation from "./delivery/classic-load-balancer-desync-mitigation";
import classicLoadBalancerDraining from "./delivery/classic-load-balancer-draining";
import classicLoadBalancerHttps from "./delivery/classic-load-balancer-https";
import classicLoadBalancerTlsPolicy from "./delivery/classic-load-balancer-tls-policy";
import classicLoadBalancerZones from "./delivery/classic-load-balancer-zones";
import cloudfrontDefaultRootObject from "./delivery/cloudfront-default-root-object";
import cloudfrontOriginAccess from "./delivery/cloudfront-origin-access";
import cloudfrontOriginFailover from "./delivery/cloudfront-origin-failover";
import codedeployEcsController from "./delivery/codedeploy-ecs-controller";
import instanceTypeAllowed from "./delivery/instance-type-allowed";
import listenerEncrypted from "./delivery/listener-encrypted";
import listenerHttps from "./delivery/listener-https";
import listenerTlsPolicy from "./delivery/listener-tls-policy";
import listenerWeightedForward from "./delivery/listener-weighted-forward";
import loadBalancerDeletionProtection from "./delivery/load-balancer-deletion-protection";
import loadBalancerListener from "./delivery/load-balancer-listener";
import loadBalancerSeveralZones from "./delivery/load-balancer-several-zones";
import sagemakerEndpointInstanceCount from "./delivery/sagemaker-endpoint-instance-count";
import targetGroupEncrypted from "./delivery/target-group-encrypted";
import targetGroupHealthCheck from "./delivery/target-group-health-check";
import targetGroupHealthCheckHttps from "./delivery/target-group-health-check-https";
import targetGroupTargets from "./delivery/target-group-targets";
import acmRsaKeyLength from "./encryption/acm-rsa-key-length";
import apigatewayCacheEncrypted from "./encryption/apigateway-cache-encrypted";
import apigatewayDomainTls from "./encryption/apigateway-domain-tls";
import apigatewayIntegrationTls from "./encryption/apigateway-integration-tls";
import appsyncCacheEncryptedAtRest from "./encryption/appsync-cache-encrypted-at-rest";
import appsyncCacheEncryptedInTransit from "./encryption/appsync-cache-encrypted-in-transit";
import athenaWorkgroupEncrypted from "./encryption/athena-workgroup-encrypted";
import athenaWorkgroupEnforced from "./encryption/athena-workgroup-enforced";
import certificateExpiry from "./encryption/certificate-expiry";
import cloudfrontCustomCertificate from "./encryption/cloudfront-custom-certificate";
import cloudfrontSni from "./encryption/cloudfront-sni";
import cloudfrontTls from "./encryption/cloudfront-tls";
import cloudtrailCustomerKey from "./encryption/cloudtrail-customer-key";
import codebuildReportEncrypted from "./encryption/codebuild-report-encrypted";
import codebuildS3LogsEncrypted from "./encryption/codebuild-s3-logs-encrypted";
import customerKeyExists from "./encryption/customer-key-exists";
import daxEncryptedAtRest from "./encryption/dax-encrypted-at-rest";
import daxEncryptedInTransit from "./encryption/dax-encrypted-in-transit";
import dmsEndpointSsl from "./encryption/dms-endpoint-ssl";
import dmsRedisTls from "./encryption/dms-redis-tls";
import docdbStorageEncrypted from "./encryption/docdb-storage-encrypted";
import docdbTls from "./encryption/docdb-tls";
import dynamodbCustomerKey from "./encryption/dynamodb-customer-key";
import ebsEncrypted from "./encryption/ebs-encrypted";
import ebsEncryptionByDefault from "./encryption/ebs-encryption-by-default";
import ecsEfsInTransit from "./encryption/ecs-efs-in-transit";
import efsEncrypted from "./encryption/efs-encrypted";
import eksSecretsEncrypted from "./encryption/eks-secrets-encrypted";
import elasticacheAuth from "./encryption/elasticache-auth";
import elasticacheEncryptedAtRest from "./encryption/elasticache-encrypted-at-rest";
import elasticacheEncryptedInTransit from "./encryption/elasticache-encrypted-in-transit";
import emrEncryptedAtRest from "./encryption/emr-encrypted-at-rest";
import emrEncryptedInTransit from "./encryption/emr-encrypted-in-transit";
import firehoseEncrypted from "./encryption/firehose-encrypted";
import kinesisStreamEncrypted from "./encryption/kinesis-stream-encrypted";
import kmsKeyRotation from "./encryption/kms-key-rotation";
import logGroupCustomerKey from "./encryption/log-group-customer-key";
import mskEncryptedInCluster from "./encryption/msk-encrypted-in-cluster";
import mskconnectEncryptedInTransit from "./encryption/mskconnect-encrypted-in-transit";
import neptuneEncrypted from "./encryption/neptune-encrypted";
import opensearchEncrypted from "./encryption/opensearch-encrypted";
import opensearchTlsPolicy from "./encryption/opensearch-tls-policy";
import rdsCustomerKey from "./encryption/rds-customer-key";
import rdsProxyTls from "./encryption/rds-proxy-tls";
import rdsStorageEncrypted from "./encryption/rds-storage-encrypted";
import rdsTlsRequired from "./encryption/rds-tls-required";
import redshiftEncrypted from "./encryption/redshift-encrypted";
import redshiftRequireTls from "./encryption/redshift-require-tls";
import redshiftServerlessRequireTls from "./encryption/redshift-serverless-require-tls";
import s3Encryption from "./encryption/s3-encryption";
import s3KmsEncryption from "./encryption/s3-kms-encryption";
import s3TlsOnly from "./encryption/s3-tls-only";
import sagemakerJobTrafficEncrypted from "./encryption/sagemaker-job-traffic-encrypted";
import serviceCustomerKey from "./encryption/service-customer-key";
import sesTlsRequired from "./encryption/ses-tls-required";
import snsEncrypted from "./encryption/sns-encrypted";
import sqsEncrypted from "./encryption/sqs-encrypted";
import tlsPolicyAllowed from "./encryption/tls-policy-allowed";
import transferServerProtocols from "./encryption/transfer-server-protocols";
import workspacesRootVolumeEncrypted from "./encryption/workspaces-root-volume-encrypted";
import workspacesUserVolumeEncrypted from "./encryption/workspaces-user-volume-encrypted";
import eventTargetPermission from "./functions/event-target-permission";
import lambdaDeadLetter from "./functions/lambda-dead-letter";
import lambdaEnvironment from "./functions/lambda-environment";
import lambdaFunctionUrlPublic from "./functions/lambda-function-url-public";
import lambdaInvokePermission from "./functions/lambda-invoke-permission";
import lambdaLayerStructure from "./functions/lambda-layer-structure";
import lambdaMemory from "./functions/lambda-memory";
import lambdaRuntime from "./functions/lambda-runtime";
import lambdaStubCode from "./functions/lambda-stub-code";
import lambdaTelemetryPermission from "./functions/lambda-telemetry-permission";
import lambdaTimeout from "./functions/lambda-timeout";
import messageDeliveryPermission from "./functions/message-delivery-permission";
import notebookPlatform from "./functions/notebook-platform";
import sqsQueueConsumer from "./functions/sqs-queue-consumer";
import amiPublic from "./identity/ami-public";
import apigatewayRouteAuthorization from "./identity/apigateway-route-authorization";
import apigatewayStageClientCertificate from "./identity/apigateway-stage-client-certificate";
import appsyncApiKey from "./identity/appsync-api-key";
import cloudformationServiceRole from "./identity/cloudformation-service-role";
import cloudfrontTrustedKeyGroups from "./identity/cloudfront-trusted-key-groups";
import codebuildPrivilegedMode from "./identity/codebuild-privileged-mode";
import codebuildProjectPublic from "./identity/codebuild-project-public";
import cognitoMfa from "./identity/cognito-mfa";
import cognitoPasswordPolicy from "./identity/cognito-password-policy";
import cognitoThreatProtection from "./identity/cognito-threat-protection";
import cognitoThreatProtectionCustom from "./identity/cognito-threat-protection-custom";
import cognitoUnauthenticatedIdentities from "./identity/cognito-unauthenticated-identities";
import dmsMongodbAuthentication from "./identity/dms-mongodb-authentication";
import dmsNeptuneIam from "./identity/dms-neptune-iam";
import efsAccessPointRoot from "./identity/efs-access-point-root";
import efsAccessPointUser from "./identity/efs-access-point-user";
import eventbridgeBusPolicy from "./identity/eventbridge-bus-policy";
import iamDecryptAllKeys from "./identity/iam-decrypt-all-keys";
import iamFullAccess from "./identity/iam-full-access";
import iamManagedPolicyBroad from "./identity/iam-managed-policy-broad";
import iamPasswordAge from "./identity/iam-password-age";
import iamPasswordPolicy from "./identity/iam-password-policy";
import iamRoleGrantsNeededAccess from "./identity/iam-role-grants-needed-access";
import iamRoleHasPolicies from "./identity/iam-role-has-policies";
import iamTrustPublic from "./identity/iam-trust-public";
import iamUserPolicies from "./identity/iam-user-policies";
import iamWildcardAction from "./identity/iam-wildcard-action";
import iamWildcardResource from "./identity/iam-wildcard-resource";
import imdsv2 from "./identity/imdsv2";
import launchConfigurationHopLimit from "./identity/launch-configuration-hop-limit";
import mskUnauthenticatedAccess from "./identity/msk-unauthenticated-access";
import neptuneIamAuthentication from "./identity/neptune-iam-authentication";
import notebookRootAccess from "./identity/notebook-root-access";
import opensearchFineGrainedAccess from "./identity/opensearch-fine-grained-access";
import providerAccount from "./identity/provider-account";
import rdsIamAuthentication from "./identity/rds-iam-authentication";
import resourcePolicyPublic from "./identity/resource-policy-public";
import s3AclProhibited from "./identity/s3-acl-prohibited";
import s3PolicyOtherAccounts from "./identity/s3-policy-other-accounts";
import servicecatalogShareOrganization from "./identity/servicecatalog-share-organization";
import ssmDocumentPublic from "./identity/ssm-document-public";
import ssmDocumentPublicSharing from "./identity/ssm-document-public-sharing";
import amiApproved from "./naming/ami-approved";
import amiHardcoded from "./naming/ami-hardcoded";
import nameHasEnvironmentSuffix from "./naming/name-has-environment-suffix";
import nameMatchesPattern from "./naming/name-matches-pattern";
import outputAsText from "./naming/output-as-text";
import outputValue from "./naming/output-value";
import regionHardcoded from "./naming/region-hardcoded";
import regionMatchesContract from "./naming/region-matches-contract";
import regionsCovered from "./naming/regions-covered";
import requiredOutputs from "./naming/required-outputs";
import requiredServices from "./naming/required-services";
import amiPublicAccessBlock from "./network/ami-public-access-block";
import cloudfrontOriginAccessControl from "./network/cloudfront-origin-access-control";
import defaultVpcUsed from "./network/default-vpc-used";
import ebsSnapshotPublicAccessBlock from "./network/ebs-snapshot-public-access-block";
import ec2InstanceNotPublic from "./network/ec2-instance-not-public";
import ec2SingleNetworkInterface from "./network/ec2-single-network-interface";
import ec2SourceDestCheck from "./network/ec2-source-dest-check";
import ecsServicePrivate from "./network/ecs-service-private";
import ecsTaskSetPublicIp from "./network/ecs-task-set-public-ip";
import efsMountTargetPrivate from "./network/efs-mount-target-private";
import eipDomain from "./network/eip-domain";
import eksEndpointPrivate from "./network/eks-endpoint-private";
import eksNodeRemoteAccess from "./network/eks-node-remote-access";
import elasticacheSubnetGroup from "./network/elasticache-subnet-group";
import emrBlockPublicAccess from "./network/emr-block-public-access";
import emrClusterNotPublic from "./network/emr-cluster-not-public";
import endpointNotPublic from "./network/endpoint-not-public";
import lambdaVpc from "./network/lambda-vpc";
import lambdaVpcZones from "./network/lambda-vpc-zones";
import launchConfigurationPublicIp from "./network/launch-configuration-public-ip";
import launchTemplatePublicIp from "./network/launch-template-public-ip";
import loadBalancerBypass from "./network/load-balancer-bypass";
import natGatewayElasticIp from "./network/nat-gateway-elastic-ip";
import natGatewayInternetGateway from "./network/nat-gateway-internet-gateway";
import natGatewayPerZone from "./network/nat-gateway-per-zone";
import networkAclOpenAdminPort from "./network/network-acl-open-admin-port";
import networkfirewallDefaultAction from "./network/networkfirewall-default-action";
import networkfirewallDeleteProtection from "./network/networkfirewall-delete-protection";
import networkfirewallFragmentDefaultAction from "./network/networkfirewall-fragment-default-action";
import networkfirewallPolicyRuleGroups from "./network/networkfirewall-policy-rule-groups";
import networkfirewallStatelessRules from "./network/networkfirewall-stateless-rules";
import networkfirewallSubnetChangeProtection from "./network/networkfirewall-subnet-change-protection";
import notebookInVpc from "./network/notebook-in-vpc";
import notebookInternetAccess from "./network/notebook-internet-access";
import opensearchInVpc from "./network/opensearch-in-vpc";
import privateSubnetEgress from "./network/private-subnet-egress";
import rdsDefaultPort from "./network/rds-default-port";
import rdsPrivateSubnets from "./network/rds-private-subnets";
import rdsSubnetGroup from "./network/rds-subnet-group";
import redshiftEnhancedVpcRouting from "./network/redshift-enhanced-vpc-routing";
import redshiftServerlessEnhancedVpcRouting from "./network/redshift-serverless-enhanced-vpc-routing";
import regionalFailover from "./network/regional-failover";
import regionsConnected from "./network/regions-connected";
import routeTableAssociated from "./network/route-table-associated";
import s3AccessPointPublicAccessBlock from "./network/s3-access-point-public-access-block";
import s3AccountPublicAccessBlock from "./network/s3-account-public-access-block";
import s3BucketAccessBlock from "./network/s3-bucket-access-block";
import s3MultiRegionAccessPointPublicAccessBlock from "./network/s3-multi-region-access-point-public-access-block";
import s3PublicAccessBlock from "./network/s3-public-access-block";
import sagemakerDataQualityJobIsolation from "./network/sagemaker-data-quality-job-isolation";
import sagemakerModelNetworkIsolation from "./network/sagemaker-model-network-isolation";
import sagemakerMonitoringIsolation from "./network/sagemaker-monitoring-isolation";
import securityGroupAdmitsClients from "./network/security-group-admits-clients";
import securityGroupAllowedPorts from "./network/security-group-allowed-ports";
import securityGroupClientSource from "./network/security-group-client-source";
import securityGroupDatabaseOpen from "./network/security-group-database-open";
import securityGroupEgress from "./network/security-group-egress";
import securityGroupOpenAdminPort from "./network/security-group-open-admin-port";
import securityGroupRuleDescription from "./network/security-group-rule-description";
import securityGroupRulesMixed from "./network/security-group-rules-mixed";
import subnetAutoAssignPublicIp from "./network/subnet-auto-assign-public-ip";
import subnetAvailabilityZoneValid from "./network/subnet-availability-zone-valid";
import subnetCidrLayout from "./network/subnet-cidr-layout";
import transitGatewayAutoAccept from "./network/transit-gateway-auto-accept";
import vpcAvailabilityZones from "./network/vpc-availability-zones";
import vpcBlockPublicAccess from "./network/vpc-block-public-access";
import vpcDefaultSecurityGroup from "./network/vpc-default-security-group";
import vpcEndpointEc2 from "./network/vpc-endpoint-ec2";
import vpcEndpointEcrApi from "./network/vpc-endpoint-ecr-api";
import vpcEndpointEcrRegistry from "./network/vpc-endpoint-ecr-registry";
import vpcEndpointServicePublic from "./network/vpc-endpoint-service-public";
import vpcEndpointSsm from "./network/vpc-endpoint-ssm";
import vpcEndpointSsmContacts from "./network/vpc-endpoint-ssm-contacts";
import vpcEndpointSsmIncidents from "./network/vpc-endpoint-ssm-incidents";
import vpcEndpoints from "./network/vpc-endpoints";
import vpcFlowLogs from "./network/vpc-flow-logs";
import wafAssociated from "./network/waf-associated";
import wafGlobalRuleConditions from "./network/waf-global-rule-conditions";
import wafGlobalRuleGroupRules from "./network/waf-global-rule-group-rules";
import wafGlobalWebAclRules from "./network/waf-global-web-acl-rules";
import wafRegionalRuleConditions from "./network/waf-regional-rule-conditions";
import wafRegionalRuleGroupRules from "./network/waf-regional-rule-group-rules";
import wafRegionalWebAclRules from "./network/waf-regional-web-acl-rules";
import wafv2WebAclRules from "./network/wafv2-web-acl-rules";
import alarmActions from "./observability/alarm-actions";
import alarmCanFire from "./observability/alarm-can-fire";
import alarmDimensions from "./observability/alarm-dimensions";
import alarmMetricValid from "./observability/alarm-metric-valid";
import alarmsCoverResources from "./observability/alarms-cover-resources";
import apigatewayAccessLogging from "./observability/apigateway-access-logging";
import apigatewayStageLogging from "./observability/apigateway-stage-logging";
import apigatewayStageTracing from "./observability/apigateway-stage-tracing";
import appsyncLogging from "./observability/appsync-logging";
import athenaWorkgroupMetrics from "./observability/athena-workgroup-metrics";
import auroraAuditLogging from "./observability/aurora-audit-logging";
import clientVpnLogging from "./observability/client-vpn-logging";
import cloudformationNotifications from "./observability/cloudformation-notifications";
import cloudfrontAccessLogging from "./observability/cloudfront-access-logging";
import cloudtrailCloudwatchLogs from "./observability/cloudtrail-cloudwatch-logs";
import cloudtrailEnabled from "./observability/cloudtrail-enabled";
import cloudtrailLogValidation from "./observability/cloudtrail-log-validation";
import codebuildLogging from "./observability/codebuild-logging";
import configRecorderEnabled from "./observability/config-recorder-enabled";
import configRecorderRole from "./observability/config-recorder-role";
import connectFlowLogs from "./observability/connect-flow-logs";
import dashboardCoversDatabases from "./observability/dashboard-covers-databases";
import dashboardExists from "./observability/dashboard-exists";
import datasyncTaskLogging from "./observability/datasync-task-logging";
import dmsTaskLogging from "./observability/dms-task-logging";
import docdbAuditLogs from "./observability/docdb-audit-logs";
import ecsContainerInsights from "./observability/ecs-container-insights";
import ecsContainerLogging from "./observability/ecs-container-logging";
import ecsExecLogging from "./observability/ecs-exec-logging";
import eksAuditLogs from "./observability/eks-audit-logs";
import elasticbeanstalkEnhancedHealth from "./observability/elasticbeanstalk-enhanced-health";
import elasticbeanstalkLogStreaming from "./observability/elasticbeanstalk-log-streaming";
import guarddutyEc2RuntimeProtection from "./observability/guardduty-ec2-runtime-protection";
import guarddutyEcsRuntimeProtection from "./observability/guardduty-ecs-runtime-protection";
import guarddutyEksAuditLogsProtection from "./observability/guardduty-eks-audit-logs-protection";
import guarddutyEksRuntimeAgents from "./observability/guardduty-eks-runtime-agents";
import guarddutyEksRuntimeProtection from "./observability/guardduty-eks-runtime-protection";
import guarddutyEnabled from "./observability/guardduty-enabled";
import guarddutyLambdaProtection from "./observability/guardduty-lambda-protection";
import guarddutyMalwareProtection from "./observability/guardduty-malware-protection";
import guarddutyRdsProtection from "./observability/guardduty-rds-protection";
import guarddutyRuntimeProtection from "./observability/guardduty-runtime-protection";
import guarddutyS3Protection from "./observability/guardduty-s3-protection";
import inspectorEc2Scanning from "./observability/inspector-ec2-scanning";
import inspectorEcrScanning from "./observability/inspector-ecr-scanning";
import inspectorLambdaCodeScanning from "./observability/inspector-lambda-code-scanning";
import inspectorLambdaScanning from "./observability/inspector-lambda-scanning";
import lambdaLogGroup from "./observability/lambda-log-group";
import lambdaTracing from "./observability/lambda-tracing";
import loadBalancerAccessLogs from "./observability/load-balancer-access-logs";
import logDeliveryPolicy from "./observability/log-delivery-policy";
import logGroupRetention from "./observability/log-group-retention";
import macieEnabled from "./observability/macie-enabled";
import mqAuditLogs from "./observability/mq-audit-logs";
import mskEnhancedMonitoring from "./observability/msk-enhanced-monitoring";
import mskconnectLogging from "./observability/mskconnect-logging";
import neptuneAuditLogs from "./observability/neptune-audit-logs";
import networkfirewallLogging from "./observability/networkfirewall-logging";
import opensearchAuditLogs from "./observability/opensearch-audit-logs";
import opensearchErrorLogs from "./observability/opensearch-error-logs";
import rdsEnhancedMonitoring from "./observability/rds-enhanced-monitoring";
import rdsEventSubscription from "./observability/rds-event-subscription";
import rdsPerformanceInsights from "./observability/rds-performance-insights";
import redshiftAuditLogging from "./observability/redshift-audit-logging";
import redshiftServerlessLogExports from "./observability/redshift-serverless-log-exports";
import route53QueryLogging from "./observability/route53-query-logging";
import s3AccessLogging from "./observability/s3-access-logging";
import s3EventNotifications from "./observability/s3-event-notifications";
import snsDeliveryStatusLogging from "./observability/sns-delivery-status-logging";
import snsTopicSubscribed from "./observability/sns-topic-subscribed";
import ssmAutomationLogging from "./observability/ssm-automation-logging";
import stepfunctionsLogging from "./observability/stepfunctions-logging";
import transferConnectorLogging from "./observability/transfer-connector-logging";
import vpnTunnelLogging from "./observability/vpn-tunnel-logging";
import wafGlobalWebAclLogging from "./observability/waf-global-web-acl-logging";
import wafv2Logging from "./observability/wafv2-logging";
import wafv2Metrics from "./observability/wafv2-metrics";
import autoscalingTargetAfterService from "./ordering/autoscaling-target-after-service";
import ecsServiceAfterDatabase from "./ordering/ecs-service-after-database";
import ecsServiceAfterListener from "./ordering/ecs-service-after-listener";
import eipAfterInternetGateway from "./ordering/eip-after-internet-gateway";
import natGatewayAfterInternetGateway from "./ordering/nat-gateway-after-internet-gateway";
import privateRouteAfterNatGateway from "./ordering/private-route-after-nat-gateway";
import referenceByName from "./ordering/reference-by-name";
import contract from "./project/contract";
import explicitProviderUsed from "./project/explicit-provider-used";
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
import resourceHasParent from "./project/resource-has-parent";
import s3DeprecatedArguments from "./project/s3-deprecated-arguments";
import codebuildSourceCredentials from "./secrets/codebuild-source-credentials";
import credentialsHardcoded from "./secrets/credentials-hardcoded";
import databaseCredentialsManaged from "./secrets/database-credentials-managed";
import ecsSecretJsonKey from "./secrets/ecs-secret-json-key";
import rdsAdminUsername from "./secrets/rds-admin-username";
import secretHostWithoutPort from "./secrets/secret-host-without-port";
import secretRotation from "./secrets/secret-rotation";
import secretsmanagerRotationEnabled from "./secrets/secretsmanager-rotation-enabled";
import secretsmanagerRotationPeriod from "./secrets/secretsmanager-rotation-period";
import costAllocationTags from "./tagging/cost-allocation-tags";
import fsxCopyTags from "./tagging/fsx-copy-tags";
import neptuneCopyTags from "./tagging/neptune-copy-tags";
import rdsCopyTags from "./tagging/rds-copy-tags";
import requiredTags from "./tagging/required-tags";
import accountSingleton from "./validity/account-singleton";
import acmCertificateValidated from "./validity/acm-certificate-validated";
import acmValidationZone from "./validity/acm-validation-zone";
import apiGatewayAccountRole from "./validity/api-gateway-account-role";
import apiGatewayDeploymentMethods from "./validity/api-gateway-deployment-methods";
import apiGatewayDeploymentOrder from "./validity/api-gateway-deployment-order";
import apiGatewayIntegrationUri from "./validity/api-gateway-integration-uri";
import apiGatewayParts from "./validity/api-gateway-parts";
import apiGatewayPrivatePolicy from "./validity/api-gateway-private-policy";
import apiGatewayStageOrder from "./validity/api-gateway-stage-order";
import certificateNames from "./validity/certificate-names";
import codepipelineArtifactStoreRegion from "./validity/codepipeline-artifact-store-region";
import codepipelineStructure from "./validity/codepipeline-structure";
import cognitoClientPool from "./validity/cognito-client-pool";
import configRecorderOrder from "./validity/config-recorder-order";
import configRuleIdentifier from "./validity/config-rule-identifier";
import configRuleTrigger from "./validity/config-rule-trigger";
import containerPortMatches from "./validity/container-port-matches";
import dashboardBodyValid from "./validity/dashboard-body-valid";
import dbSubnetGroupZones from "./validity/db-subnet-group-zones";
import dmsRoleName from "./validity/dms-role-name";
import dnsRecordConflicts from "./validity/dns-record-conflicts";
import domainReserved from "./validity/domain-reserved";
import duplicateResources from "./validity/duplicate-resources";
import duplicateTagKeys from "./validity/duplicate-tag-keys";
import dynamodbReplica from "./validity/dynamodb-replica";
import dynamodbTableUsers from "./validity/dynamodb-table-users";
import ec2Paravirtual from "./validity/ec2-paravirtual";
import ecrLifecycleSelection from "./validity/ecr-lifecycle-selection";
import ecsClusterCapacityProviders from "./validity/ecs-cluster-capacity-providers";
import ecsImageFromEmptyRepository from "./validity/ecs-image-from-empty-repository";
import ecsNetworkMode from "./validity/ecs-network-mode";
import ecsSecretNames from "./validity/ecs-secret-names";
import elasticacheAuthToken from "./validity/elasticache-auth-token";
import elasticacheFailover from "./validity/elasticache-failover";
import eventInputTemplate from "./validity/event-input-template";
import eventPattern from "./validity/event-pattern";
import eventTargetDeadLetter from "./validity/event-target-dead-letter";
import fifoPairs from "./validity/fifo-pairs";
import glueJobVersion from "./validity/glue-job-version";
import iamManagedPolicyExists from "./validity/iam-managed-policy-exists";
import iamPolicyBeforeConsumer from "./validity/iam-policy-before-consumer";
import iamPolicySize from "./validity/iam-policy-size";
import iamPolicySyntax from "./validity/iam-policy-syntax";
import kmsKeyPolicyAllowsService from "./validity/kms-key-policy-allows-service";
import kmsKeyPolicyLockout from "./validity/kms-key-policy-lockout";
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
import lambdaVpcPermission from "./validity/lambda-vpc-permission";
import launchTemplateImage from "./validity/launch-template-image";
import launchTemplateUserData from "./validity/launch-template-user-data";
import listenerPortAdmitted from "./validity/listener-port-admitted";
import loadBalancerNameLength from "./validity/load-balancer-name-length";
import loadBalancerProtocols from "./validity/load-balancer-protocols";
import loadBalancerZones from "./validity/load-balancer-zones";
import logSubscriptionPermission from "./validity/log-subscription-permission";
import mqMinorUpgrades from "./validity/mq-minor-upgrades";
import nameCharset from "./validity/name-charset";
import natGatewayElasticIpShared from "./validity/nat-gateway-elastic-ip-shared";
import parameterGroupFamily from "./validity/parameter-group-family";
import placeholderIdentifier from "./validity/placeholder-identifier";
import propertyCombinations from "./validity/property-combinations";
import propertyValues from "./validity/property-values";
import randomPasswordCharacters from "./validity/random-password-characters";
import rdsEngineVersion from "./validity/rds-engine-version";
import rdsGlobalCluster from "./validity/rds-global-cluster";
import rdsInstanceClassSupported from "./validity/rds-instance-class-supported";
import rdsMasterUsername from "./validity/rds-master-username";
import rdsStaticParameter from "./validity/rds-static-parameter";
import resourcePolicyScope from "./validity/resource-policy-scope";
import roleTrustsService from "./validity/role-trusts-service";
import route53HealthCheckEndpoint from "./validity/route53-health-check-endpoint";
import s3AclOwnership from "./validity/s3-acl-ownership";
import s3BucketNameUnique from "./validity/s3-bucket-name-unique";
import s3MfaDelete from "./validity/s3-mfa-delete";
import s3NotificationOverlap from "./validity/s3-notification-overlap";
import s3NotificationPermission from "./validity/s3-notification-permission";
import s3PolicyAfterAccessBlock from "./validity/s3-policy-after-access-block";
import s3ReplicationSchema from "./validity/s3-replication-schema";
import s3ReplicationVersioning from "./validity/s3-replication-versioning";
import scheduleExpression from "./validity/schedule-expression";
import securityGroupCycle from "./validity/security-group-cycle";
import securityGroupVpc from "./validity/security-group-vpc";
import serviceClosed from "./validity/service-closed";
import serviceQuota from "./validity/service-quota";
import stateMachineDefinition from "./validity/state-machine-definition";
import tagLimits from "./validity/tag-limits";
import targetGroupOneBalancer from "./validity/target-group-one-balancer";
import vpcMembership from "./validity/vpc-membership";

/** Every rule, in the order in which they run: `contract` first, since it carries the settings of all others. */
export const rules: readonly Rule[] = [
  contract,
  auroraBacktrack,
  backupCoversDatabases,
  backupCoversVolumes,
  backupPlan,
  cognitoDeletionProtection,
  docdbDeletionProtection,
  efsAutomaticBackups,
  efsZones,
  elasticacheBackup,
  fsxMultiAz,
  kinesisStreamRetention,
  neptuneBackupRetention,
  recoveryPoint,
  redshiftSnapshotRetention,
  regionReplicas,
  s3DirectoryBucketLifecycle,
  s3Lifecycle,
  s3LifecycleConfigured,
  s3MfaDeleteEnabled,
  s3ObjectLock,
  s3Replication,
  s3Versioning,
  autoscalingTargetTracking,
  containerHealthCheck,
  containerImagePlaceholder,
  containerImageResolvable,
  containerRegistryAllowed,
  ecrForceDelete,
  ecrLifecyclePolicy,
  ecrScanOnPush,
  ecrTagImmutable,
  ecrTagMutability,
  ecsCapacityProviderProtection,
  ecsContainerNonAdministrator,
  ecsContainerNonRoot,
  ecsContainerPrivileged,
  ecsContainerReadOnly,
  ecsDeploymentConfiguration,
  ecsFargatePlatformVersion,
  ecsHostNetworkUser,
  ecsHostProcessNamespace,
  eksVersion,
  elasticbeanstalkManagedUpdates,
  fargateTaskSize,
  auroraEngineName,
  auroraEngineVersion,
  auroraInstanceCount,
  databaseEngineContract,
  databaseMigration,
  dmsMinorVersionUpgrade,
  dmsMultiAz,
  docdbBackupRetention,
  dynamodbAutoscaling,
  dynamodbDeletionProtection,
  dynamodbPointInTimeRecovery,
  elasticacheAutomaticFailover,
  elasticacheMinorUpgrades,
  neptuneDeletionProtection,
  neptuneMultiAz,
  opensearchDataNodes,
  opensearchDedicatedMasters,
  rdsBackupRetention,
  rdsDeletionProtection,
  rdsFinalSnapshot,
  rdsInstanceClass,
  rdsLogExports,
  rdsMinorUpgrades,
  rdsMultiAz,
  rdsNotPublic,
  rdsParameterGroup,
  rdsRequiredLogs,
  rdsWindows,
  recoveryTime,
  redshiftAdminUsername,
  redshiftDatabaseName,
  redshiftMultiAz,
  redshiftServerlessAdminUsername,
  redshiftServerlessDatabaseName,
  redshiftVersionUpgrade,
  snapshotPublic,
  activeEnvironmentParameter,
  albDesyncMitigation,
  albDropInvalidHeaders,
  apiGatewayStage,
  apiGatewayThrottling,
  autoscalingHealthCheck,
  autoscalingInstanceTypes,
  autoscalingLaunchTemplate,
  autoscalingMultipleZones,
  blueGreenTargetGroups,
  classicLoadBalancerCertificate,
  classicLoadBalancerCrossZone,
  classicLoadBalancerDesyncMitigation,
  classicLoadBalancerDraining,
  classicLoadBalancerHttps,
  classicLoadBalancerTlsPolicy,
  classicLoadBalancerZones,
  cloudfrontDefaultRootObject,
  cloudfrontOriginAccess,
  cloudfrontOriginFailover,
  codedeployEcsController,
  instanceTypeAllowed,
  listenerEncrypted,
  listenerHttps,
  listenerTlsPolicy,
  listenerWeightedForward,
  loadBalancerDeletionProtection,
  loadBalancerListener,
  loadBalancerSeveralZones,
  sagemakerEndpointInstanceCount,
  targetGroupEncrypted,
  targetGroupHealthCheck,
  targetGroupHealthCheckHttps,
  targetGroupTargets,
  acmRsaKeyLength,
  apigatewayCacheEncrypted,
  apigatewayDomainTls,
  apigatewayIntegrationTls,
  appsyncCacheEncryptedAtRest,
  appsyncCacheEncryptedInTransit,
  athenaWorkgroupEncrypted,
  athenaWorkgroupEnforced,
  certificateExpiry,
  cloudfrontCustomCertificate,
  cloudfrontSni,
  cloudfrontTls,
  cloudtrailCustomerKey,
  codebuildReportEncrypted,
  codebuildS3LogsEncrypted,
  customerKeyExists,
  daxEncryptedAtRest,
  daxEncryptedInTransit,
  dmsEndpointSsl,
  dmsRedisTls,
  docdbStorageEncrypted,
  docdbTls,
  dynamodbCustomerKey,
  ebsEncrypted,
  ebsEncryptionByDefault,
  ecsEfsInTransit,
  efsEncrypted,
  eksSecretsEncrypted,
  elasticacheAuth,
  elasticacheEncryptedAtRest,
  elasticacheEncryptedInTransit,
  emrEncryptedAtRest,
  emrEncryptedInTransit,
  firehoseEncrypted,
  kinesisStreamEncrypted,
  kmsKeyRotation,
  logGroupCustomerKey,
  mskEncryptedInCluster,
  mskconnectEncryptedInTransit,
  neptuneEncrypted,
  opensearchEncrypted,
  opensearchTlsPolicy,
  rdsCustomerKey,
  rdsProxyTls,
  rdsStorageEncrypted,
  rdsTlsRequired,
  redshiftEncrypted,
  redshiftRequireTls,
  redshiftServerlessRequireTls,
  s3Encryption,
  s3KmsEncryption,
  s3TlsOnly,
  sagemakerJobTrafficEncrypted,
  serviceCustomerKey,
  sesTlsRequired,
  snsEncrypted,
  sqsEncrypted,
  tlsPolicyAllowed,
  transferServerProtocols,
  workspacesRootVolumeEncrypted,
  workspacesUserVolumeEncrypted,
  eventTargetPermission,
  lambdaDeadLetter,
  lambdaEnvironment,
  lambdaFunctionUrlPublic,
  lambdaInvokePermission,
  lambdaLayerStructure,
  lambdaMemory,
  lambdaRuntime,
  lambdaStubCode,
  lambdaTelemetryPermission,
  lambdaTimeout,
  messageDeliveryPermission,
  notebookPlatform,
  sqsQueueConsumer,
  amiPublic,
  apigatewayRouteAuthorization,
  apigatewayStageClientCertificate,
  appsyncApiKey,
  cloudformationServiceRole,
  cloudfrontTrustedKeyGroups,
  codebuildPrivilegedMode,
  codebuildProjectPublic,
  cognitoMfa,
  cognitoPasswordPolicy,
  cognitoThreatProtection,
  cognitoThreatProtectionCustom,
  cognitoUnauthenticatedIdentities,
  dmsMongodbAuthentication,
  dmsNeptuneIam,
  efsAccessPointRoot,
  efsAccessPointUser,
  eventbridgeBusPolicy,
  iamDecryptAllKeys,
  iamFullAccess,
  iamManagedPolicyBroad,
  iamPasswordAge,
  iamPasswordPolicy,
  iamRoleGrantsNeededAccess,
  iamRoleHasPolicies,
  iamTrustPublic,
  iamUserPolicies,
  iamWildcardAction,
  iamWildcardResource,
  imdsv2,
  launchConfigurationHopLimit,
  mskUnauthenticatedAccess,
  neptuneIamAuthentication,
  notebookRootAccess,
  opensearchFineGrainedAccess,
  providerAccount,
  rdsIamAuthentication,
  resourcePolicyPublic,
  s3AclProhibited,
  s3PolicyOtherAccounts,
  servicecatalogShareOrganization,
  ssmDocumentPublic,
  ssmDocumentPublicSharing,
  amiApproved,
  amiHardcoded,
  nameHasEnvironmentSuffix,
  nameMatchesPattern,
  outputAsText,
  outputValue,
  regionHardcoded,
  regionMatchesContract,
  regionsCovered,
  requiredOutputs,
  requiredServices,
  amiPublicAccessBlock,
  cloudfrontOriginAccessControl,
  defaultVpcUsed,
  ebsSnapshotPublicAccessBlock,
  ec2InstanceNotPublic,
  ec2SingleNetworkInterface,
  ec2SourceDestCheck,
  ecsServicePrivate,
  ecsTaskSetPublicIp,
  efsMountTargetPrivate,
  eipDomain,
  eksEndpointPrivate,
  eksNodeRemoteAccess,
  elasticacheSubnetGroup,
  emrBlockPublicAccess,
  emrClusterNotPublic,
  endpointNotPublic,
  lambdaVpc,
  lambdaVpcZones,
  launchConfigurationPublicIp,
  launchTemplatePublicIp,
  loadBalancerBypass,
  natGatewayElasticIp,
  natGatewayInternetGateway,
  natGatewayPerZone,
  networkAclOpenAdminPort,
  networkfirewallDefaultAction,
  networkfirewallDeleteProtection,
  networkfirewallFragmentDefaultAction,
  networkfirewallPolicyRuleGroups,
  networkfirewallStatelessRules,
  networkfirewallSubnetChangeProtection,
  notebookInVpc,
  notebookInternetAccess,
  opensearchInVpc,
  privateSubnetEgress,
  rdsDefaultPort,
  rdsPrivateSubnets,
  rdsSubnetGroup,
  redshiftEnhancedVpcRouting,
  redshiftServerlessEnhancedVpcRouting,
  regionalFailover,
  regionsConnected,
  routeTableAssociated,
  s3AccessPointPublicAccessBlock,
  s3AccountPublicAccessBlock,
  s3BucketAccessBlock,
  s3MultiRegionAccessPointPublicAccessBlock,
  s3PublicAccessBlock,
  sagemakerDataQualityJobIsolation,
  sagemakerModelNetworkIsolation,
  sagemakerMonitoringIsolation,
  securityGroupAdmitsClients,
  securityGroupAllowedPorts,
  securityGroupClientSource,
  securityGroupDatabaseOpen,
  securityGroupEgress,
  securityGroupOpenAdminPort,
  securityGroupRuleDescription,
  securityGroupRulesMixed,
  subnetAutoAssignPublicIp,
  subnetAvailabilityZoneValid,
  subnetCidrLayout,
  transitGatewayAutoAccept,
  vpcAvailabilityZones,
  vpcBlockPublicAccess,
  vpcDefaultSecurityGroup,
  vpcEndpointEc2,
  vpcEndpointEcrApi,
  vpcEndpointEcrRegistry,
  vpcEndpointServicePublic,
  vpcEndpointSsm,
  vpcEndpointSsmContacts,
  vpcEndpointSsmIncidents,
  vpcEndpoints,
  vpcFlowLogs,
  wafAssociated,
  wafGlobalRuleConditions,
  wafGlobalRuleGroupRules,
  wafGlobalWebAclRules,
  wafRegionalRuleConditions,
  wafRegionalRuleGroupRules,
  wafRegionalWebAclRules,
  wafv2WebAclRules,
  alarmActions,
  alarmCanFire,
  alarmDimensions,
  alarmMetricValid,
  alarmsCoverResources,
  apigatewayAccessLogging,
  apigatewayStageLogging,
  apigatewayStageTracing,
  appsyncLogging,
  athenaWorkgroupMetrics,
  auroraAuditLogging,
  clientVpnLogging,
  cloudformationNotifications,
  cloudfrontAccessLogging,
  cloudtrailCloudwatchLogs,
  cloudtrailEnabled,
  cloudtrailLogValidation,
  codebuildLogging,
  configRecorderEnabled,
  configRecorderRole,
  connectFlowLogs,
  dashboardCoversDatabases,
  dashboardExists,
  datasyncTaskLogging,
  dmsTaskLogging,
  docdbAuditLogs,
  ecsContainerInsights,
  ecsContainerLogging,
  ecsExecLogging,
  eksAuditLogs,
  elasticbeanstalkEnhancedHealth,
  elasticbeanstalkLogStreaming,
  guarddutyEc2RuntimeProtection,
  guarddutyEcsRuntimeProtection,
  guarddutyEksAuditLogsProtection,
  guarddutyEksRuntimeAgents,
  guarddutyEksRuntimeProtection,
  guarddutyEnabled,
  guarddutyLambdaProtection,
  guarddutyMalwareProtection,
  guarddutyRdsProtection,
  guarddutyRuntimeProtection,
  guarddutyS3Protection,
  inspectorEc2Scanning,
  inspectorEcrScanning,
  inspectorLambdaCodeScanning,
  inspectorLambdaScanning,
  lambdaLogGroup,
  lambdaTracing,
  loadBalancerAccessLogs,
  logDeliveryPolicy,
  logGroupRetention,
  macieEnabled,
  mqAuditLogs,
  mskEnhancedMonitoring,
  mskconnectLogging,
  neptuneAuditLogs,
  networkfirewallLogging,
  opensearchAuditLogs,
  opensearchErrorLogs,
  rdsEnhancedMonitoring,
  rdsEventSubscription,
  rdsPerformanceInsights,
  redshiftAuditLogging,
  redshiftServerlessLogExports,
  route53QueryLogging,
  s3AccessLogging,
  s3EventNotifications,
  snsDeliveryStatusLogging,
  snsTopicSubscribed,
  ssmAutomationLogging,
  stepfunctionsLogging,
  transferConnectorLogging,
  vpnTunnelLogging,
  wafGlobalWebAclLogging,
  wafv2Logging,
  wafv2Metrics,
  autoscalingTargetAfterService,
  ecsServiceAfterDatabase,
  ecsServiceAfterListener,
  eipAfterInternetGateway,
  natGatewayAfterInternetGateway,
  privateRouteAfterNatGateway,
  referenceByName,
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
  codebuildSourceCredentials,
  credentialsHardcoded,
  databaseCredentialsManaged,
  ecsSecretJsonKey,
  rdsAdminUsername,
  secretHostWithoutPort,
  secretRotation,
  secretsmanagerRotationEnabled,
  secretsmanagerRotationPeriod,
  costAllocationTags,
  fsxCopyTags,
  neptuneCopyTags,
  rdsCopyTags,
  requiredTags,
  accountSingleton,
  acmCertificateValidated,
  acmValidationZone,
  apiGatewayAccountRole,
  apiGatewayDeploymentMethods,
  apiGatewayDeploymentOrder,
  apiGatewayIntegrationUri,
  apiGatewayParts,
  apiGatewayPrivatePolicy,
  apiGatewayStageOrder,
  certificateNames,
  codepipelineArtifactStoreRegion,
  codepipelineStructure,
  cognitoClientPool,
  configRecorderOrder,
  configRuleIdentifier,
  configRuleTrigger,
  containerPortMatches,
  dashboardBodyValid,
  dbSubnetGroupZones,
  dmsRoleName,
  dnsRecordConflicts,
  domainReserved,
  duplicateResources,
  duplicateTagKeys,
  dynamodbReplica,
  dynamodbTableUsers,
  ec2Paravirtual,
  ecrLifecycleSelection,
  ecsClusterCapacityProviders,
  ecsImageFromEmptyRepository,
  ecsNetworkMode,
  ecsSecretNames,
  elasticacheAuthToken,
  elasticacheFailover,
  eventInputTemplate,
  eventPattern,
  eventTargetDeadLetter,
  fifoPairs,
  glueJobVersion,
  iamManagedPolicyExists,
  iamPolicyBeforeConsumer,
  iamPolicySize,
  iamPolicySyntax,
  kmsKeyPolicyAllowsService,
  kmsKeyPolicyLockout,
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
  lambdaVpcPermission,
  launchTemplateImage,
  launchTemplateUserData,
  listenerPortAdmitted,
  loadBalancerNameLength,
  loadBalancerProtocols,
  loadBalancerZones,
  logSubscriptionPermission,
  mqMinorUpgrades,
  nameCharset,
  natGatewayElasticIpShared,
  parameterGroupFamily,
  placeholderIdentifier,
  propertyCombinations,
  propertyValues,
  randomPasswordCharacters,
  rdsEngineVersion,
  rdsGlobalCluster,
  rdsInstanceClassSupported,
  rdsMasterUsername,
  rdsStaticParameter,
  resourcePolicyScope,
  roleTrustsService,
  route53HealthCheckEndpoint,
  s3AclOwnership,
  s3BucketNameUnique,
  s3MfaDelete,
  s3NotificationOverlap,
  s3NotificationPermission,
  s3PolicyAfterAccessBlock,
  s3ReplicationSchema,
  s3ReplicationVersioning,
  scheduleExpression,
  securityGroupCycle,
  securityGroupVpc,
  serviceClosed,
  serviceQuota,
  stateMachineDefinition,
  tagLimits,
  targetGroupOneBalancer,
  vpcMembership,
  preflight,
];

export const RULE_IDS: ReadonlySet<string> = new Set(rules.map(({ id }) => id));
