import type { ServiceConstraints } from "../form";

export default {
  date: "2026-11-30",
  constraints: {
    "aws.sesv2.configuration-set-event-destination.one-destination": {
      type: "aws:sesv2/configurationSetEventDestination:ConfigurationSetEventDestination",
      require: {
        exactlyOne: [
          "eventDestination.cloudWatchDestination",
          "eventDestination.eventBridgeDestination",
          "eventDestination.kinesisFirehoseDestination",
          "eventDestination.pinpointDestination",
          "eventDestination.snsDestination",
        ],
      },
      must: "An event destination has exactly one target, such as `snsDestination`.",
      source: "https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_CreateConfigurationSetEventDestination.html",
      accepts: [
        { eventDestination: { matchingEventTypes: ["SEND"], snsDestination: { topicArn: "x" } } },
        {
          eventDestination: {
            matchingEventTypes: ["SEND"],
            kinesisFirehoseDestination: { deliveryStreamArn: "x", iamRoleArn: "x" },
          },
        },
        { eventDestination: { matchingEventTypes: ["SEND"], cloudWatchDestination: { dimensionConfigurations: [] } } },
        { eventDestination: { matchingEventTypes: ["SEND"], pinpointDestination: { applicationArn: "x" } } },
        {
          eventDestination: {
            matchingEventTypes: ["SEND"],
            eventBridgeDestination: { eventBusArn: "arn:aws:events:us-east-1:111122223333:event-bus/default" },
          },
        },
      ],
      rejects: [
        {
          eventDestination: {
            matchingEventTypes: ["SEND"],
            snsDestination: { topicArn: "x" },
            kinesisFirehoseDestination: { deliveryStreamArn: "x", iamRoleArn: "x" },
          },
        },
        { eventDestination: { matchingEventTypes: ["SEND"] } },
      ],
    },
    "aws.sesv2.configuration-set-event-destination.default-bus": {
      type: "aws:sesv2/configurationSetEventDestination:ConfigurationSetEventDestination",
      when: { "eventDestination.eventBridgeDestination.eventBusArn": { present: true } },
      require: { "eventDestination.eventBridgeDestination.eventBusArn": { endsWith: ":event-bus/default" } },
      must: 'Events of SES go to the default bus: `eventBusArn` ends with "event-bus/default".',
      source: "https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_EventBridgeDestination.html",
      accepts: [
        {
          eventDestination: {
            matchingEventTypes: ["SEND"],
            eventBridgeDestination: { eventBusArn: "arn:aws:events:us-east-1:111122223333:event-bus/default" },
          },
        },
      ],
      rejects: [
        {
          eventDestination: {
            matchingEventTypes: ["SEND"],
            eventBridgeDestination: { eventBusArn: "arn:aws:events:us-east-1:111122223333:event-bus/orders" },
          },
        },
      ],
    },
  },
} satisfies ServiceConstraints;
