import type { ServiceConstraints } from "../form";

export default {
  date: "2026-11-30",
  constraints: {
    "aws.vpclattice.target-group.lambda-settings": {
      type: "aws:vpclattice/targetGroup:TargetGroup",
      when: { type: "LAMBDA" },
      require: {
        "config.port": { present: false },
        "config.protocol": { present: false },
        "config.protocolVersion": { present: false },
        "config.vpcIdentifier": { present: false },
        "config.healthCheck": { present: false },
      },
      must: "A target group of type LAMBDA has no `port`, `protocol`, `protocolVersion`, `vpcIdentifier` and `healthCheck`.",
      source: "https://docs.aws.amazon.com/vpc-lattice/latest/APIReference/API_TargetGroupConfig.html",
      accepts: [
        { type: "LAMBDA", config: { lambdaEventStructureVersion: "V2" } },
        {
          type: "INSTANCE",
          config: {
            port: 80,
            protocol: "HTTP",
            protocolVersion: "HTTP1",
            vpcIdentifier: "x",
            healthCheck: { enabled: true },
          },
        },
      ],
      rejects: [
        { type: "LAMBDA", config: { port: 443 } },
        { type: "LAMBDA", config: { vpcIdentifier: "x" } },
      ],
    },
    "aws.vpclattice.target-group.alb-health-check": {
      type: "aws:vpclattice/targetGroup:TargetGroup",
      when: { type: "ALB" },
      require: { "config.healthCheck": { present: false } },
      must: "A target group of type ALB has no `config.healthCheck`.",
      source: "https://docs.aws.amazon.com/vpc-lattice/latest/APIReference/API_TargetGroupConfig.html",
      accepts: [{ type: "ALB", config: { port: 80, protocol: "HTTP", vpcIdentifier: "x" } }],
      rejects: [
        { type: "ALB", config: { port: 80, protocol: "HTTP", vpcIdentifier: "x", healthCheck: { enabled: true } } },
      ],
    },
    "aws.vpclattice.target-group.vpc": {
      type: "aws:vpclattice/targetGroup:TargetGroup",
      when: { type: ["INSTANCE", "IP", "ALB"] },
      require: { "config.vpcIdentifier": { present: true } },
      must: "A target group of type INSTANCE, IP or ALB requires `config.vpcIdentifier`.",
      source: "https://docs.aws.amazon.com/vpc-lattice/latest/ug/target-groups.html",
      accepts: [{ type: "IP", config: { port: 443, protocol: "HTTPS", vpcIdentifier: "x" } }, { type: "LAMBDA" }],
      rejects: [{ type: "IP", config: { port: 443, protocol: "HTTPS" } }, { type: "INSTANCE" }],
    },
    "aws.vpclattice.target-group.ip-address-type": {
      type: "aws:vpclattice/targetGroup:TargetGroup",
      when: { type: ["INSTANCE", "ALB", "LAMBDA"] },
      require: { "config.ipAddressType": { present: false } },
      must: "Only a target group of type IP has `config.ipAddressType`.",
      source: "https://docs.aws.amazon.com/vpc-lattice/latest/APIReference/API_TargetGroupConfig.html",
      accepts: [
        { type: "IP", config: { port: 80, protocol: "HTTP", vpcIdentifier: "x", ipAddressType: "IPV6" } },
        { type: "INSTANCE", config: { port: 80, protocol: "HTTP", vpcIdentifier: "x" } },
      ],
      rejects: [
        { type: "INSTANCE", config: { port: 80, protocol: "HTTP", vpcIdentifier: "x", ipAddressType: "IPV6" } },
      ],
    },
    "aws.vpclattice.listener.fixed-response": {
      type: "aws:vpclattice/listener:Listener",
      require: { "defaultAction.fixedResponse.statusCode": [404, 500] },
      must: "`defaultAction.fixedResponse.statusCode` is 404 or 500.",
      source: "https://docs.aws.amazon.com/vpc-lattice/latest/APIReference/API_FixedResponseAction.html",
      accepts: [
        { defaultAction: { fixedResponse: { statusCode: 404 } } },
        { defaultAction: { fixedResponse: { statusCode: 500 } } },
        { defaultAction: { forwards: [{ targetGroups: [] }] } },
      ],
      rejects: [{ defaultAction: { fixedResponse: { statusCode: 200 } } }],
    },
    "aws.vpclattice.listener-rule.fixed-response": {
      type: "aws:vpclattice/listenerRule:ListenerRule",
      require: { "action.fixedResponse.statusCode": [404, 500] },
      must: "`action.fixedResponse.statusCode` is 404 or 500.",
      source: "https://docs.aws.amazon.com/vpc-lattice/latest/APIReference/API_FixedResponseAction.html",
      accepts: [
        { action: { fixedResponse: { statusCode: 404 } } },
        { action: { fixedResponse: { statusCode: 500 } } },
        { action: { forward: { targetGroups: [] } } },
      ],
      rejects: [{ action: { fixedResponse: { statusCode: 200 } } }],
    },
  },
} satisfies ServiceConstraints;
