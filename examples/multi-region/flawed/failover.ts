import * as aws from "@pulumi/aws";
import { service } from "./service";
import { domainName, hostedZoneId, named } from "./settings";

// The second record was to come with the API of the standby region.
new aws.route53.Record(named("api"), {
  zoneId: hostedZoneId,
  name: domainName,
  type: "A",
  setIdentifier: "primary",
  failoverRoutingPolicies: [{ type: "PRIMARY" }],
  aliases: [
    {
      name: service.domain.domainNameConfiguration.targetDomainName,
      zoneId: service.domain.domainNameConfiguration.hostedZoneId,
      evaluateTargetHealth: false,
    },
  ],
});
