import type { ServiceConstraints } from "../form";

export default {
  date: "2026-11-30",
  constraints: {
    "aws.mwaa.environment.workers": {
      type: "aws:mwaa/environment:Environment",
      when: { minWorkers: { present: true } },
      require: { minWorkers: { max: { property: "maxWorkers" } } },
      must: "`minWorkers` is at most `maxWorkers`.",
      source: "https://docs.aws.amazon.com/mwaa/latest/API/API_CreateEnvironment.html",
      accepts: [{ minWorkers: 2, maxWorkers: 5 }],
      rejects: [{ minWorkers: 10, maxWorkers: 5 }],
    },
    "aws.mwaa.environment.webservers": {
      type: "aws:mwaa/environment:Environment",
      when: { minWebservers: { present: true } },
      require: { minWebservers: { max: { property: "maxWebservers" } } },
      must: "`minWebservers` is at most `maxWebservers`.",
      source: "https://docs.aws.amazon.com/mwaa/latest/API/API_CreateEnvironment.html",
      accepts: [{ minWebservers: 2, maxWebservers: 5 }],
      rejects: [{ minWebservers: 5, maxWebservers: 3 }],
    },
    "aws.mwaa.environment.subnets": {
      type: "aws:mwaa/environment:Environment",
      require: { "networkConfiguration.subnetIds": { minItems: 2, maxItems: 2 } },
      must: "An environment has exactly two subnets.",
      source: "https://docs.aws.amazon.com/mwaa/latest/API/API_CreateEnvironment.html",
      accepts: [{ networkConfiguration: { subnetIds: ["x", "y"], securityGroupIds: ["z"] } }],
      rejects: [
        { networkConfiguration: { subnetIds: ["x"], securityGroupIds: ["z"] } },
        { networkConfiguration: { subnetIds: ["x", "y", "w"], securityGroupIds: ["z"] } },
      ],
    },
  },
} satisfies ServiceConstraints;
