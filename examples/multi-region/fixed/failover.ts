import * as aws from "@pulumi/aws";
import { services } from "./service";
import { domainName, hostedZoneId, named, primary, regions } from "./settings";

// Clients go to the primary region as long as its API answers, and to the other one when it does not.
for (const region of regions) {
  const { api, domain } = services[region.part];
  const health = new aws.route53.HealthCheck(named("health", region), {
    type: "HTTPS",
    fqdn: api.apiEndpoint.apply((url) => url.replace("https://", "")),
    port: 443,
    resourcePath: "/health",
    requestInterval: 10,
    failureThreshold: 3,
  });
  new aws.route53.Record(named("api", region), {
    zoneId: hostedZoneId,
    name: domainName,
    type: "A",
    setIdentifier: region.part,
    failoverRoutingPolicies: [{ type: region === primary ? "PRIMARY" : "SECONDARY" }],
    healthCheckId: health.id,
    aliases: [
      {
        name: domain.domainNameConfiguration.targetDomainName,
        zoneId: domain.domainNameConfiguration.hostedZoneId,
        evaluateTargetHealth: true,
      },
    ],
  });
  // Route 53 has its metrics in us-east-1 only, whatever region it checks.
  new aws.cloudwatch.MetricAlarm(
    named("health", region),
    {
      alarmDescription: `Clients cannot reach the orders API in ${region.name}`,
      namespace: "AWS/Route53",
      metricName: "HealthCheckStatus",
      dimensions: { HealthCheckId: health.id },
      statistic: "Minimum",
      period: 60,
      evaluationPeriods: 1,
      comparisonOperator: "LessThanThreshold",
      threshold: 1,
      treatMissingData: "breaching",
      alarmActions: [services.primary.topic.arn],
      okActions: [services.primary.topic.arn],
    },
    { provider: primary.provider },
  );
}
