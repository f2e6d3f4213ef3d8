import * as aws from "@pulumi/aws";
import { certificateFor, config, named, nameFor, region } from "./settings";

// The help pages: the pipeline puts them into a bucket, and CloudFront serves them.

const domainName = `help.${config.require("domainName")}`;

const NAME = named("fernway-help");
const site = new aws.s3.Bucket(named("help"), { bucket: NAME });
const versioning = new aws.s3.BucketVersioning(named("help"), {
  bucket: site.id,
  versioningConfiguration: { status: "Enabled" },
});
new aws.s3.BucketServerSideEncryptionConfiguration(named("help"), {
  bucket: site.id,
  rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }],
});
new aws.s3.BucketLifecycleConfiguration(
  named("help"),
  {
    bucket: site.id,
    rules: [
      {
        id: "old-versions",
        status: "Enabled",
        filter: {},
        noncurrentVersionExpiration: { noncurrentDays: 30 },
        abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
      },
    ],
  },
  { dependsOn: versioning },
);
const accessBlock = new aws.s3.BucketPublicAccessBlock(named("help"), {
  bucket: site.id,
  blockPublicAcls: true,
  blockPublicPolicy: true,
  ignorePublicAcls: true,
  restrictPublicBuckets: true,
});

const webAcl = new aws.wafv2.WebAcl(named("help"), {
  scope: "CLOUDFRONT",
  region: "us-east-1",
  defaultAction: { allow: {} },
  visibilityConfig: { metricName: named("help"), cloudwatchMetricsEnabled: true, sampledRequestsEnabled: true },
  rules: [
    {
      name: "common",
      priority: 0,
      overrideAction: { none: {} },
      statement: { managedRuleGroupStatement: { vendorName: "AWS", name: "AWSManagedRulesCommonRuleSet" } },
      visibilityConfig: { metricName: "common", cloudwatchMetricsEnabled: true, sampledRequestsEnabled: true },
    },
  ],
});
export const distribution = new aws.cloudfront.Distribution(named("help"), {
  enabled: true,
  webAclId: webAcl.arn,
  defaultRootObject: "index.html",
  aliases: [domainName],
  // cloudfront-origin-access: the bucket is private, and CloudFront does not sign its requests.
  origins: [{ originId: "help", domainName: `${NAME}.s3.${region}.amazonaws.com` }],
  defaultCacheBehavior: {
    targetOriginId: "help",
    viewerProtocolPolicy: "redirect-to-https",
    allowedMethods: ["GET", "HEAD"],
    cachedMethods: ["GET", "HEAD"],
    cachePolicyId: "658327ea-f89d-4fab-a63d-7e88639e58f6",
  },
  restrictions: { geoRestriction: { restrictionType: "none" } },
  viewerCertificate: {
    acmCertificateArn: certificateFor("help", domainName, "us-east-1"),
    sslSupportMethod: "sni-only",
    minimumProtocolVersion: "TLSv1.2_2021",
  },
});
nameFor("help", domainName, { dnsName: distribution.domainName, zoneId: distribution.hostedZoneId });

new aws.s3.BucketPolicy(
  named("help"),
  {
    bucket: site.id,
    policy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Deny",
          Principal: "*",
          Action: "s3:*",
          Resource: [`arn:aws:s3:::${NAME}`, `arn:aws:s3:::${NAME}/*`],
          Condition: { Bool: { "aws:SecureTransport": "false" } },
        },
      ],
    }),
  },
  { dependsOn: accessBlock },
);
