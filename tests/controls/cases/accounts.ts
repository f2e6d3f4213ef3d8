import type { ControlCase, Inputs } from "./case";

const FEATURE = "aws:guardduty/detectorFeature:DetectorFeature";
const feature = (name: string, status: string, more: Inputs = {}): Inputs => ({
  detectorId: "12abc34d567e8fa901bc2d34e56789f0",
  name,
  status,
  ...more,
});
const watched = (control: string, rule: string, name: string): ControlCase => ({
  control,
  rule,
  type: FEATURE,
  violating: feature(name, "DISABLED"),
  compliant: feature(name, "ENABLED"),
});
const agent = (name: string, status: string): Inputs =>
  feature("RUNTIME_MONITORING", "ENABLED", { additionalConfigurations: [{ name, status }] });
const enabler = (...resourceTypes: string[]): Inputs => ({ accountIds: ["464738291005"], resourceTypes });
const PASSWORDS = {
  minimumPasswordLength: 14,
  requireLowercaseCharacters: true,
  requireNumbers: true,
  requireSymbols: true,
  requireUppercaseCharacters: true,
};
const setting = (settingId: string, settingValue: string): Inputs => ({ settingId, settingValue });
const PUBLIC_SHARING =
  "arn:aws:ssm:us-east-1:464738291005:servicesetting/ssm/documents/console/public-sharing-permission";

export default [
  {
    control: "CloudTrail.1",
    rule: "cloudtrail-enabled",
    type: "aws:cloudtrail/trail:Trail",
    violating: { s3BucketName: "trail", isMultiRegionTrail: false },
    compliant: { s3BucketName: "trail", isMultiRegionTrail: true },
  },
  {
    control: "Config.1",
    rule: "config-recorder-enabled",
    type: "aws:cfg/recorderStatus:RecorderStatus",
    violating: { name: "default", isEnabled: false },
    compliant: { name: "default", isEnabled: true },
  },
  {
    control: "EC2.7",
    rule: "ebs-encryption-by-default",
    type: "aws:ebs/encryptionByDefault:EncryptionByDefault",
    violating: { enabled: false },
    compliant: { enabled: true },
  },
  {
    control: "EC2.172",
    rule: "vpc-block-public-access",
    type: "aws:ec2/vpcBlockPublicAccessOptions:VpcBlockPublicAccessOptions",
    violating: { internetGatewayBlockMode: "off" },
    compliant: { internetGatewayBlockMode: "block-bidirectional" },
  },
  {
    control: "EC2.182",
    rule: "ebs-snapshot-public-access-block",
    type: "aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess",
    violating: { state: "unblocked" },
    compliant: { state: "block-new-sharing" },
  },
  {
    control: "EMR.2",
    rule: "emr-block-public-access",
    type: "aws:emr/blockPublicAccessConfiguration:BlockPublicAccessConfiguration",
    violating: { blockPublicSecurityGroupRules: false },
    compliant: { blockPublicSecurityGroupRules: true },
  },
  {
    control: "EMR.2",
    rule: "emr-block-public-access",
    about: "ports that are allowed",
    type: "aws:emr/blockPublicAccessConfiguration:BlockPublicAccessConfiguration",
    violating: {
      blockPublicSecurityGroupRules: true,
      permittedPublicSecurityGroupRuleRanges: [{ minRange: 22, maxRange: 8443 }],
    },
    compliant: {
      blockPublicSecurityGroupRules: true,
      permittedPublicSecurityGroupRuleRanges: [{ minRange: 22, maxRange: 22 }],
    },
  },
  {
    control: "GuardDuty.1",
    rule: "guardduty-enabled",
    type: "aws:guardduty/detector:Detector",
    violating: { enable: false },
    compliant: { enable: true },
  },
  watched("GuardDuty.5", "guardduty-eks-audit-logs-protection", "EKS_AUDIT_LOGS"),
  watched("GuardDuty.6", "guardduty-lambda-protection", "LAMBDA_NETWORK_LOGS"),
  watched("GuardDuty.7", "guardduty-eks-runtime-protection", "EKS_RUNTIME_MONITORING"),
  watched("GuardDuty.8", "guardduty-malware-protection", "EBS_MALWARE_PROTECTION"),
  watched("GuardDuty.9", "guardduty-rds-protection", "RDS_LOGIN_EVENTS"),
  watched("GuardDuty.10", "guardduty-s3-protection", "S3_DATA_EVENTS"),
  {
    control: "GuardDuty.10",
    rule: "guardduty-s3-protection",
    about: "data sources of the detector",
    type: "aws:guardduty/detector:Detector",
    violating: { datasources: { s3Logs: { enable: false } } },
    compliant: { datasources: { s3Logs: { enable: true } } },
  },
  watched("GuardDuty.11", "guardduty-runtime-protection", "RUNTIME_MONITORING"),
  {
    control: "GuardDuty.12",
    rule: "guardduty-ecs-runtime-protection",
    type: FEATURE,
    violating: agent("ECS_FARGATE_AGENT_MANAGEMENT", "DISABLED"),
    compliant: agent("ECS_FARGATE_AGENT_MANAGEMENT", "ENABLED"),
  },
  {
    control: "GuardDuty.13",
    rule: "guardduty-ec2-runtime-protection",
    type: FEATURE,
    violating: feature("RUNTIME_MONITORING", "ENABLED"),
    compliant: agent("EC2_AGENT_MANAGEMENT", "ENABLED"),
  },
  {
    control: "IAM.7",
    rule: "iam-password-policy",
    type: "aws:iam/accountPasswordPolicy:AccountPasswordPolicy",
    violating: { ...PASSWORDS, minimumPasswordLength: 6 },
    compliant: PASSWORDS,
  },
  {
    control: "IAM.7",
    rule: "iam-password-policy",
    about: "characters",
    type: "aws:iam/accountPasswordPolicy:AccountPasswordPolicy",
    violating: { ...PASSWORDS, requireSymbols: false },
    compliant: PASSWORDS,
  },
  ...(
    [
      ["Inspector.1", "inspector-ec2-scanning", "EC2"],
      ["Inspector.2", "inspector-ecr-scanning", "ECR"],
      ["Inspector.3", "inspector-lambda-code-scanning", "LAMBDA_CODE"],
      ["Inspector.4", "inspector-lambda-scanning", "LAMBDA"],
    ] as const
  ).map(([control, rule, type]): ControlCase => ({
    control,
    rule,
    type: "aws:inspector2/enabler:Enabler",
    violating: enabler("CODE_REPOSITORY"),
    compliant: enabler("CODE_REPOSITORY", type),
  })),
  {
    control: "Macie.1",
    rule: "macie-enabled",
    type: "aws:macie2/account:Account",
    violating: { status: "PAUSED" },
    compliant: { status: "ENABLED" },
  },
  {
    control: "SSM.6",
    rule: "ssm-automation-logging",
    type: "aws:ssm/serviceSetting:ServiceSetting",
    violating: setting("/ssm/automation/customer-script-log-destination", "None"),
    compliant: setting("/ssm/automation/customer-script-log-destination", "CloudWatch"),
  },
  {
    control: "SSM.7",
    rule: "ssm-document-public-sharing",
    type: "aws:ssm/serviceSetting:ServiceSetting",
    violating: setting(PUBLIC_SHARING, "Enable"),
    compliant: setting(PUBLIC_SHARING, "Disable"),
  },
  {
    control: "SSM.7",
    rule: "ssm-document-public-sharing",
    about: "another setting",
    type: "aws:ssm/serviceSetting:ServiceSetting",
    violating: setting("/ssm/documents/console/public-sharing-permission", "Enable"),
    compliant: setting("/ssm/parameter-store/high-throughput-enabled", "true"),
  },
] satisfies ControlCase[];
