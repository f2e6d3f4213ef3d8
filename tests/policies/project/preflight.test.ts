import rule from "../../../policies/project/preflight";
import { ruleTest } from "../../../testing/rule-test";
import { resource } from "../../../testing/stack";

const files = {};
const vpc = resource("aws:ec2/vpc:Vpc", "main", { cidrBlock: "10.0.0.0/16" });
const bucket = resource("aws-native:s3:Bucket", "files");
const queue = resource("aws-native:sqs:Queue", "jobs");

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
      name: "a folder that is named and is none",
      missingFolder: "/work/gone",
      stack: [vpc],
      findings: [{ message: /^PREFLIGHT_PROJECT names \/work\/gone, which is no folder/ }],
    },
    {
      name: "a resource that no rule knows",
      files,
      stack: [vpc, bucket],
      findings: [{ message: /^1 resource of the package aws-native was/ }],
    },
    {
      name: "several of them, in one line",
      files,
      stack: [bucket, queue],
      findings: [{ message: /^2 resources of the package aws-native were/ }],
    },
  ],
});
