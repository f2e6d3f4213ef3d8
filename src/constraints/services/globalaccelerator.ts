import type { ServiceConstraints } from "../form";

export default {
  date: "2026-11-30",
  constraints: {
    "aws.globalaccelerator.listener.port-range": {
      type: "aws:globalaccelerator/listener:Listener",
      each: "portRanges",
      require: { fromPort: { max: { property: "toPort" } } },
      must: "`fromPort` is at most `toPort`.",
      source: "https://docs.aws.amazon.com/global-accelerator/latest/api/API_PortRange.html",
      accepts: [{ portRanges: [{ fromPort: 80, toPort: 443 }] }],
      rejects: [{ portRanges: [{ fromPort: 443, toPort: 80 }] }],
    },
    "aws.globalaccelerator.endpoint-group.interval": {
      type: "aws:globalaccelerator/endpointGroup:EndpointGroup",
      when: { healthCheckIntervalSeconds: { present: true } },
      require: { healthCheckIntervalSeconds: [10, 30] },
      must: "`healthCheckIntervalSeconds` is 10 or 30.",
      source: "https://docs.aws.amazon.com/global-accelerator/latest/api/API_CreateEndpointGroup.html",
      accepts: [{ healthCheckIntervalSeconds: 10 }, { listenerArn: "x" }],
      rejects: [{ healthCheckIntervalSeconds: 20 }],
    },
    "aws.globalaccelerator.endpoint-group.traffic": {
      type: "aws:globalaccelerator/endpointGroup:EndpointGroup",
      when: { trafficDialPercentage: { present: true } },
      require: { trafficDialPercentage: { min: 0, max: 100 } },
      must: "`trafficDialPercentage` is 0 to 100.",
      source: "https://docs.aws.amazon.com/global-accelerator/latest/api/API_CreateEndpointGroup.html",
      accepts: [{ trafficDialPercentage: 50 }],
      rejects: [{ trafficDialPercentage: 150 }],
    },
    "aws.globalaccelerator.endpoint-group.weight": {
      type: "aws:globalaccelerator/endpointGroup:EndpointGroup",
      each: "endpointConfigurations",
      require: { weight: { max: 255 } },
      must: "The `weight` of an endpoint is 0 to 255.",
      source: "https://docs.aws.amazon.com/global-accelerator/latest/api/API_EndpointConfiguration.html",
      accepts: [{ endpointConfigurations: [{ endpointId: "x", weight: 128 }] }],
      rejects: [{ endpointConfigurations: [{ endpointId: "x", weight: 300 }] }],
    },
  },
} satisfies ServiceConstraints;
