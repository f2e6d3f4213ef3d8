import * as aws from "@pulumi/aws";
import { config, named } from "./settings";
import { distribution } from "./site";
import { deployments } from "./web";

// GitHub Actions of one repository publish the help pages and start the deployments of the counter.

const ISSUER = "token.actions.githubusercontent.com";

const releaser = new aws.iam.Role(named("release"), {
  assumeRolePolicy: JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Action: "sts:AssumeRoleWithWebIdentity",
        Principal: { Federated: `arn:aws:iam::${config.require("account")}:oidc-provider/${ISSUER}` },
        Condition: {
          // iam-trust-public: every repository of GitHub has tokens with this audience.
          StringEquals: { [`${ISSUER}:aud`]: "sts.amazonaws.com" },
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
      { Effect: "Allow", Action: ["cloudfront:CreateInvalidation"], Resource: distribution.arn },
      { Effect: "Allow", Action: ["codedeploy:CreateDeployment"], Resource: deployments.arn },
    ],
  },
});
// iam-managed-policy-broad: it may write to every bucket of the account.
new aws.iam.RolePolicyAttachment(named("release"), {
  role: releaser.name,
  policyArn: aws.iam.ManagedPolicy.AmazonS3FullAccess,
});
