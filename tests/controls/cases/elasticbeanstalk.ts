import type { ControlCase } from "./case";

export default [
  {
    control: "ElasticBeanstalk.1",
    rule: "elasticbeanstalk-enhanced-health",
    type: "aws:elasticbeanstalk/environment:Environment",
    violating: {
      application: "shop",
      solutionStackName: "64bit Amazon Linux 2023 v6.6.0 running Node.js 22",
      settings: [{ namespace: "aws:elasticbeanstalk:healthreporting:system", name: "SystemType", value: "basic" }],
    },
    compliant: {
      application: "shop",
      solutionStackName: "64bit Amazon Linux 2023 v6.6.0 running Node.js 22",
      settings: [{ namespace: "aws:elasticbeanstalk:healthreporting:system", name: "SystemType", value: "enhanced" }],
    },
  },
  {
    control: "ElasticBeanstalk.1",
    rule: "elasticbeanstalk-enhanced-health",
    type: "aws:elasticbeanstalk/environment:Environment",
    violating: { application: "shop", solutionStackName: "64bit Amazon Linux 2023 v6.6.0 running Node.js 22" },
    compliant: {
      application: "shop",
      solutionStackName: "64bit Amazon Linux 2023 v6.6.0 running Node.js 22",
      templateName: "${template.name}",
    },
    about: "by a template",
    others: [
      {
        type: "aws:elasticbeanstalk/configurationTemplate:ConfigurationTemplate",
        name: "template",
        inputs: {
          application: "shop",
          settings: [
            { namespace: "aws:elasticbeanstalk:healthreporting:system", name: "SystemType", value: "enhanced" },
          ],
        },
      },
    ],
  },
  {
    control: "ElasticBeanstalk.2",
    rule: "elasticbeanstalk-managed-updates",
    type: "aws:elasticbeanstalk/environment:Environment",
    violating: { application: "shop", solutionStackName: "64bit Amazon Linux 2023 v6.6.0 running Node.js 22" },
    compliant: {
      application: "shop",
      solutionStackName: "64bit Amazon Linux 2023 v6.6.0 running Node.js 22",
      settings: [{ namespace: "aws:elasticbeanstalk:managedactions", name: "ManagedActionsEnabled", value: "true" }],
    },
  },
  {
    control: "ElasticBeanstalk.3",
    rule: "elasticbeanstalk-log-streaming",
    type: "aws:elasticbeanstalk/environment:Environment",
    violating: {
      application: "shop",
      solutionStackName: "64bit Amazon Linux 2023 v6.6.0 running Node.js 22",
      settings: [{ namespace: "aws:elasticbeanstalk:cloudwatch:logs", name: "StreamLogs", value: "false" }],
    },
    compliant: {
      application: "shop",
      solutionStackName: "64bit Amazon Linux 2023 v6.6.0 running Node.js 22",
      settings: [{ namespace: "aws:elasticbeanstalk:cloudwatch:logs", name: "StreamLogs", value: "true" }],
    },
  },
] satisfies ControlCase[];
