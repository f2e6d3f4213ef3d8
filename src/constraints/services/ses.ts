import type { ServiceConstraints } from "../form";

export default {
  date: "2026-11-30",
  constraints: {
    "aws.ses.event-destination.one-destination": {
      type: "aws:ses/eventDestination:EventDestination",
      require: { exactlyOne: ["cloudwatchDestinations", "kinesisDestination", "snsDestination"] },
      must: "An event destination has exactly one target, such as `snsDestination`.",
      source: "https://docs.aws.amazon.com/ses/latest/APIReference/API_CreateConfigurationSetEventDestination.html",
      accepts: [
        { matchingTypes: ["send"], snsDestination: { topicArn: "x" } },
        {
          matchingTypes: ["send"],
          cloudwatchDestinations: [{ defaultValue: "x", dimensionName: "x", valueSource: "emailHeader" }],
        },
        { matchingTypes: ["send"], kinesisDestination: { roleArn: "x", streamArn: "x" } },
      ],
      rejects: [
        {
          matchingTypes: ["send"],
          snsDestination: { topicArn: "x" },
          kinesisDestination: { roleArn: "x", streamArn: "x" },
        },
      ],
    },
  },
} satisfies ServiceConstraints;
