import { providerMajor } from "../../src/aws/provider-version";
import { defineRule } from "../../src/rules/rule";

const REMOVED_IN = 7;

export default defineRule({
  id: "eip-domain",
  category: "network",
  description: "Elastic IP addresses must set domain instead of vpc",
  severity: "medium",
  level: "mandatory",
  basis: "cannot-work",
  failures: ["C1"],
  why:
    "@pulumi/aws 7 has no argument vpc any more: a Python program that passes it stops with a TypeError, and programs in " +
    "other languages fail or lose it silently.",
  fix: {
    typescript: `new aws.ec2.Eip("nat", { domain: "vpc" });`,
    python: `aws.ec2.Eip("nat", domain="vpc")`,
    yaml: `resources:
  nat:
    type: aws:ec2:Eip
    properties:
      domain: vpc`,
  },
  limits:
    "Programs in TypeScript or JavaScript with @pulumi/aws 7, which drops the argument before it gets here " +
    "(project-removed-arguments reads their sources); programs on an older @pulumi/aws. Where the version is not known, " +
    "the finding is advisory.",
  references: ["https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AllocateAddress.html"],
  resource: {
    types: ["aws:ec2/eip:Eip"],
    check(address, { report }) {
      const major = providerMajor(address);
      if ((major ?? REMOVED_IN) >= REMOVED_IN && !address.at("vpc").isAbsent) {
        report({
          at: address,
          property: "vpc",
          fix: { vpc: null, ...(address.at("domain").isAbsent && { domain: "vpc" }) },
          message: `@pulumi/aws ${String(REMOVED_IN)} has no argument \`vpc\`. Set \`domain: "vpc"\` instead.`,
          ...(major === undefined && { level: "advisory" }),
        });
      }
    },
  },
  remediation: {
    does: 'sets `domain: "vpc"`, and takes `vpc` out',
  },
});
