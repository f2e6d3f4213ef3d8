import type { ControlCase } from "./case";

const STACK = { type: "aws:cloudformation/stack:Stack" };
const TEMPLATE = { name: "legacy", templateBody: "Resources: {}" };
const SHARE = { portfolioId: "port-0a1b2c3d4e5f6" };

export default [
  {
    ...STACK,
    control: "CloudFormation.1",
    rule: "cloudformation-notifications",
    violating: { ...TEMPLATE, notificationArns: [] },
    compliant: { ...TEMPLATE, notificationArns: ["arn:aws:sns:us-east-1:464738291005:events"] },
  },
  {
    ...STACK,
    control: "CloudFormation.4",
    rule: "cloudformation-service-role",
    violating: TEMPLATE,
    compliant: { ...TEMPLATE, iamRoleArn: "arn:aws:iam::464738291005:role/deploy" },
  },
  {
    control: "ServiceCatalog.1",
    rule: "servicecatalog-share-organization",
    type: "aws:servicecatalog/portfolioShare:PortfolioShare",
    violating: { ...SHARE, type: "ACCOUNT", principalId: "464738291006" },
    compliant: { ...SHARE, type: "ORGANIZATIONAL_UNIT", principalId: "ou-ab12-0a1b2c3d" },
  },
  {
    control: "SES.3",
    rule: "ses-tls-required",
    type: "aws:sesv2/configurationSet:ConfigurationSet",
    violating: { configurationSetName: "orders", deliveryOptions: { tlsPolicy: "OPTIONAL" } },
    compliant: { configurationSetName: "orders", deliveryOptions: { tlsPolicy: "REQUIRE" } },
  },
  {
    control: "SES.3",
    rule: "ses-tls-required",
    about: "the older type",
    type: "aws:ses/configurationSet:ConfigurationSet",
    violating: { name: "orders" },
    compliant: { name: "orders", deliveryOptions: { tlsPolicy: "Require" } },
  },
] satisfies ControlCase[];
