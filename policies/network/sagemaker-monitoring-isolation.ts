import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "sagemaker-monitoring-isolation",
  category: "network",
  description: "Monitoring schedules of SageMaker must be isolated from the network",
  severity: "medium",
  level: "only-if-required",
  why: "A monitoring job that needs no network can send no data away. Isolation keeps its containers from every connection besides those to their data.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/sagemaker-controls.html"],
  requirement: {
    types: ["aws:sagemaker/monitoringSchedule:MonitoringSchedule"],
    property: "monitoringScheduleConfig.monitoringJobDefinition.networkConfig.enableNetworkIsolation",
    must: { equals: true },
    whenAbsent: false,
    when: [{ property: "monitoringScheduleConfig.monitoringJobDefinition", must: { isSet: true } }],
    consequence: "The containers of the job can connect to any address.",
    fix: true,
    example: { monitoringScheduleConfig: { monitoringJobDefinition: { roleArn: "${role.arn}" } } },
  },
});
