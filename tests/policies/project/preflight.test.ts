import rule from "../../../policies/project/preflight";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource } from "../../../src/testing/stack";

const files = {};
const vpc = resource("aws:ec2/vpc:Vpc", "main", { cidrBlock: "10.0.0.0/16" });
const bucket = resource("aws-native:s3:Bucket", "files");
const queue = resource("aws-native:sqs:Queue", "jobs");
const control = resource("aws:cloudcontrol/resource:Resource", "x", {
  typeName: "AWS::ECS::Cluster",
  desiredState: "{}",
});
const template = { Resources: { a: { Type: "AWS::S3::Bucket" }, b: { Type: "AWS::S3::Bucket" } } };
const stackOf = resource("aws:cloudformation/stack:Stack", "legacy", { templateBody: JSON.stringify(template) });

ruleTest(rule, {
  valid: [
    { name: "a program whose folder is known", files, stack: [vpc] },
    {
      name: "packages that are not for AWS",
      files,
      stack: [vpc, resource("random:index/randomPassword:RandomPassword", "p")],
    },
  ],
  invalid: [
    { name: "a program whose folder is not known", stack: [vpc], findings: [{ message: /PREFLIGHT_PROJECT/ }] },
    {
      name: "a name that is not a folder",
      missingFolder: "/work/gone",
      stack: [vpc],
      findings: [{ message: /^PREFLIGHT_PROJECT is "\/work\/gone", which is not a folder/ }],
    },
    {
      name: "a contract that overrides facts about AWS",
      files,
      contract: { facts: { "admin-ports": { administration: { "2222": "SSH" } }, "log-retention": { days: [1] } } },
      stack: [vpc],
      findings: [
        {
          message:
            /^The contract overrides facts about AWS that rules use: admin-ports\.administration\.2222, log-retention\.days\./,
        },
      ],
    },
    {
      name: "a resource that no rule knows",
      files,
      stack: [vpc, bucket],
      findings: [{ message: /^Not everything was checked\. 1 resource of the package "aws-native" was/ }],
    },
    {
      name: "a template and the API for all services, in one finding",
      files,
      stack: [stackOf, control],
      findings: [
        {
          message:
            /^Not everything was checked\. 1 resource of Cloud Control was not checked: AWS::ECS::Cluster\. 2 resources in the template of the CloudFormation stack "legacy" were not checked: AWS::S3::Bucket \(2\)\.$/,
        },
      ],
    },
    {
      name: "sources that are not read",
      files: { "index.ts": "x".repeat(4_000_001) },
      stack: [vpc],
      findings: [{ message: /1 source of the program is not read, since each is over 4 MB.*: index\.ts\.$/ }],
    },
    {
      name: "several of them, in one line",
      files,
      stack: [bucket, queue],
      findings: [{ message: /^Not everything was checked\. 2 resources of the package "aws-native" were/ }],
    },
  ],
});
