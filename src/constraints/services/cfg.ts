import type { ServiceConstraints } from "../form";

export default {
  date: "2026-11-30",
  constraints: {
    "aws.cfg.rule.periodic-scope": {
      type: "aws:cfg/rule:Rule",
      when: {
        "source.owner": "CUSTOM_LAMBDA",
        "source.sourceDetails": { present: true, none: { messageType: { not: "ScheduledNotification" } } },
      },
      require: { scope: { present: false } },
      must: "A rule that only a schedule starts has no `scope`.",
      source: "https://docs.aws.amazon.com/config/latest/APIReference/API_PutConfigRule.html",
      accepts: [
        {
          source: {
            owner: "CUSTOM_LAMBDA",
            sourceIdentifier: "x",
            sourceDetails: [{ messageType: "ScheduledNotification" }],
          },
        },
        {
          scope: { complianceResourceTypes: ["AWS::EC2::Volume"] },
          source: {
            owner: "CUSTOM_LAMBDA",
            sourceIdentifier: "x",
            sourceDetails: [
              { messageType: "ConfigurationItemChangeNotification" },
              { messageType: "ScheduledNotification" },
            ],
          },
        },
      ],
      rejects: [
        {
          scope: { complianceResourceTypes: ["AWS::EC2::Volume"] },
          source: {
            owner: "CUSTOM_LAMBDA",
            sourceIdentifier: "x",
            sourceDetails: [{ messageType: "ScheduledNotification" }],
          },
        },
      ],
    },
    "aws.cfg.rule.aws-trigger": {
      type: "aws:cfg/rule:Rule",
      when: { "source.owner": "AWS" },
      require: { "source.sourceDetails": { present: false } },
      must: "A rule of AWS has no `source.sourceDetails`.",
      source: "https://docs.aws.amazon.com/config/latest/APIReference/API_Source.html",
      accepts: [{ source: { owner: "AWS", sourceIdentifier: "IAM_PASSWORD_POLICY" } }],
      rejects: [
        {
          source: {
            owner: "AWS",
            sourceIdentifier: "IAM_PASSWORD_POLICY",
            sourceDetails: [{ messageType: "ConfigurationItemChangeNotification" }],
          },
        },
      ],
    },
    "aws.cfg.rule.custom-policy": {
      type: "aws:cfg/rule:Rule",
      when: { "source.owner": "CUSTOM_POLICY" },
      require: { "source.customPolicyDetails": { present: true } },
      must: "A rule of owner CUSTOM_POLICY requires `source.customPolicyDetails`.",
      source: "https://docs.aws.amazon.com/config/latest/APIReference/API_Source.html",
      accepts: [
        {
          source: {
            owner: "CUSTOM_POLICY",
            sourceDetails: [{ messageType: "ConfigurationItemChangeNotification" }],
            customPolicyDetails: { policyRuntime: "guard-2.x.x", policyText: "x" },
          },
        },
      ],
      rejects: [
        { source: { owner: "CUSTOM_POLICY", sourceDetails: [{ messageType: "ConfigurationItemChangeNotification" }] } },
      ],
    },
    "aws.cfg.recorder.all-or-some": {
      type: "aws:cfg/recorder:Recorder",
      when: { "recordingGroup.allSupported": true },
      require: { "recordingGroup.resourceTypes": { present: false } },
      defaults: { "recordingGroup.allSupported": true },
      must: "A recorder of all types has no `recordingGroup.resourceTypes`.",
      source: "https://docs.aws.amazon.com/config/latest/APIReference/API_RecordingGroup.html",
      accepts: [
        { recordingGroup: { allSupported: true } },
        { recordingGroup: { allSupported: false, resourceTypes: ["AWS::EC2::Instance"] } },
      ],
      rejects: [
        { recordingGroup: { allSupported: true, resourceTypes: ["AWS::EC2::Instance"] } },
        { recordingGroup: { resourceTypes: ["AWS::EC2::Instance"] } },
      ],
    },
    "aws.cfg.recorder.global-types": {
      type: "aws:cfg/recorder:Recorder",
      when: { "recordingGroup.includeGlobalResourceTypes": true },
      require: { "recordingGroup.allSupported": true },
      defaults: { "recordingGroup.allSupported": true },
      must: "`recordingGroup.includeGlobalResourceTypes` requires `recordingGroup.allSupported`.",
      source: "https://docs.aws.amazon.com/config/latest/APIReference/API_RecordingGroup.html",
      accepts: [
        { recordingGroup: { allSupported: true, includeGlobalResourceTypes: true } },
        { recordingGroup: { allSupported: false, resourceTypes: ["AWS::EC2::Instance"] } },
      ],
      rejects: [
        {
          recordingGroup: {
            allSupported: false,
            includeGlobalResourceTypes: true,
            resourceTypes: ["AWS::EC2::Instance"],
          },
        },
      ],
    },
  },
} satisfies ServiceConstraints;
