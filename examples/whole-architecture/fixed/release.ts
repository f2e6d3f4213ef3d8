import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { config, named } from "./settings";
import { distribution, site } from "./site";
import { deployments } from "./web";

// GitHub Actions of one repository publish the help pages and start the deployments of the counter.

const ISSUER = "token.actions.githubusercontent.com";

const github = new aws.iam.OpenIdConnectProvider(named("github"), {
  url: `https://${ISSUER}`,
  clientIdLists: ["sts.amazonaws.com"],
});
const releaser = new aws.iam.Role(named("release"), {
  assumeRolePolicy: pulumi.jsonStringify({
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Action: "sts:AssumeRoleWithWebIdentity",
        Principal: { Federated: github.arn },
        Condition: {
          StringEquals: {
            [`${ISSUER}:aud`]: "sts.amazonaws.com",
            [`${ISSUER}:sub`]: `repo:${config.require("repository")}:ref:refs/heads/main`,
          },
        },
      },
    ],
  }),
});
new aws.iam.RolePolicy(named("release"), {
  role: releaser.name,
  policy: {
    Version: "2012-10-17",
    Statement: [
      { Effect: "Allow", Action: ["s3:PutObject"], Resource: pulumi.interpolate`${site.arn}/*` },
      { Effect: "Allow", Action: ["cloudfront:CreateInvalidation"], Resource: distribution.arn },
      { Effect: "Allow", Action: ["codedeploy:CreateDeployment"], Resource: deployments.arn },
    ],
  },
});
