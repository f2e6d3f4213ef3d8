import { providerMajor } from "../../stack/provider-version";
import { defineRule } from "../rule";

const REMOVED_IN = 7;

export default defineRule({
  id: "eip-domain",
  category: "network",
  description: "Elastic IP addresses say domain, not vpc",
  severity: "medium",
  level: "mandatory",
  failures: ["C1"],
  why:
    "@pulumi/aws 7 has no argument vpc any more: a Python program that passes it stops with a TypeError, and from " +
    "others it is refused or silently dropped.",
  fix: {
    typescript: 'new aws.ec2.Eip("nat", { domain: "vpc" });',
    python: 'aws.ec2.Eip("nat", domain="vpc")',
    yaml: "resources:\n  nat:\n    type: aws:ec2:Eip\n    properties:\n      domain: vpc",
  },
  limits:
    "Programs in TypeScript or JavaScript with @pulumi/aws 7, which drops the argument before it gets here " +
    "(project-removed-arguments reads their sources); programs on an older @pulumi/aws, where it is known which.",
  resource: {
    types: ["aws:ec2/eip:Eip"],
    check(address, { report }) {
      const isRemoved = (providerMajor(address) ?? REMOVED_IN) >= REMOVED_IN;
      if (isRemoved && !address.at("vpc").isAbsent) {
        report({
          at: address,
          property: "vpc",
          mend: { vpc: null, ...(address.at("domain").isAbsent && { domain: "vpc" }) },
          message: 'the argument vpc was removed in @pulumi/aws 7; write domain: "vpc" instead.',
        });
      }
    },
  },
  remediation: {
    does: 'sets `domain: "vpc"`, and takes `vpc` out',
  },
});
