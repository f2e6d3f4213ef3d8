import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { prices, shared } from "./data";
import { balancer, images, listener } from "./delivery";
import { readPrice, reports } from "./functions";
import { accountId, region } from "./identity";
import { domainName, zone } from "./network";

// What the stores have of their own: a database of what is in stock, and how tills and customers get to them.

const stockSettings = new aws.rds.ParameterGroup("stock", { family: "postgres17" });
export const stock = new aws.rds.Instance("stock", {
  ...shared,
  identifier: `shop-stock-${pulumi.getStack()}`,
  engine: "postgres",
  engineVersion: "17",
  instanceClass: "db.m7g.large",
  allocatedStorage: 50,
  storageType: "gp3",
  multiAz: true,
  dbName: "stock",
  username: "shop_owner",
  parameterGroupName: stockSettings.name,
  backupRetentionPeriod: 14,
  backupWindow: "02:00-03:00",
  maintenanceWindow: "sun:04:00-sun:05:00",
  enabledCloudwatchLogsExports: ["postgresql", "upgrade"],
  finalSnapshotIdentifier: `stock-final-${pulumi.getStack()}`,
});

new aws.dynamodb.TableItem("voucher", {
  tableName: prices.name,
  hashKey: prices.hashKey,
  item: JSON.stringify({ article: { S: "voucher" }, price: { N: "25" } }),
});

/** Tills put what they sold into queues, one for each store. */
const tills = pulumi.interpolate`arn:aws:sqs:${region}:${accountId}:till-*`;
new aws.iam.Policy("tills", {
  policy: pulumi.jsonStringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: ["sqs:SendMessage"], Resource: tills }],
  }),
});

new aws.kms.Key("tills", {
  description: "Messages of the tills",
  enableKeyRotation: true,
  policy: pulumi.jsonStringify({
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "AccountAdministersThroughIam",
        Effect: "Allow",
        Principal: { AWS: pulumi.interpolate`arn:aws:iam::${accountId}:root` },
        Action: "kms:*",
        Resource: "*",
      },
      {
        Sid: "Events",
        Effect: "Allow",
        Principal: { Service: "events.amazonaws.com" },
        Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
        Resource: "*",
        Condition: { StringEquals: { "aws:SourceAccount": accountId } },
      },
    ],
  }),
});

new aws.ecr.LifecyclePolicy("shop", {
  repository: images.name,
  policy: JSON.stringify({
    rules: [
      {
        rulePriority: 1,
        selection: { tagStatus: "any", countType: "imageCountMoreThan", countNumber: 50 },
        action: { type: "expire" },
      },
    ],
  }),
});

new aws.ecr.RepositoryPolicy("reports", {
  repository: reports.name,
  policy: JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Principal: { Service: "lambda.amazonaws.com" },
        Action: ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
        Condition: { StringLike: { "aws:SourceArn": `arn:aws:lambda:${region}:*:function:shop-report-*` } },
      },
    ],
  }),
});

const partners = new aws.apigatewayv2.Api("partners", { protocolType: "HTTP" });
const partnerPrice = new aws.apigatewayv2.Integration("partner-price", {
  apiId: partners.id,
  integrationType: "AWS_PROXY",
  integrationUri: readPrice.invokeArn,
  payloadFormatVersion: "2.0",
});
new aws.apigatewayv2.Route("partner-price", {
  apiId: partners.id,
  routeKey: "GET /price",
  authorizationType: "AWS_IAM",
  target: pulumi.interpolate`integrations/${partnerPrice.id}`,
});
new aws.apigatewayv2.Stage("partners", { apiId: partners.id, name: "$default", autoDeploy: true });
new aws.lambda.Permission("partner-price", {
  action: "lambda:InvokeFunction",
  function: readPrice.name,
  principal: "apigateway.amazonaws.com",
  sourceArn: pulumi.interpolate`${partners.executionArn}/*/GET/price`,
});

/** Sends customers of an old path to a page of the shop. */
function moved(name: string, priority: number): void {
  new aws.lb.ListenerRule(name, {
    listenerArn: listener.arn,
    priority,
    conditions: [{ pathPattern: { values: [`/old/${name}/*`] } }],
    actions: [{ type: "redirect", redirect: { path: `/${name}`, statusCode: "HTTP_301" } }],
  });
}
moved("gifts", 10);
moved("sale", 20);

new aws.route53.Record("stores", {
  zoneId: zone.zoneId,
  name: `stores.${domainName}`,
  type: "CNAME",
  ttl: 300,
  records: [balancer.dnsName],
});

// Those who work in the stores sign in with a name and a password.

const staff = new aws.cognito.UserPool("staff", {
  mfaConfiguration: "ON",
  softwareTokenMfaConfiguration: { enabled: true },
  deletionProtection: "ACTIVE",
  adminCreateUserConfig: { allowAdminCreateUserOnly: true },
  passwordPolicy: {
    minimumLength: 14,
    requireLowercase: true,
    requireNumbers: true,
    requireSymbols: true,
    requireUppercase: true,
    temporaryPasswordValidityDays: 3,
  },
  userPoolTier: "PLUS",
  userPoolAddOns: { advancedSecurityMode: "ENFORCED" },
});
new aws.cognito.UserPoolClient("tills", {
  userPoolId: staff.id,
  supportedIdentityProviders: ["COGNITO"],
  explicitAuthFlows: ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
});
