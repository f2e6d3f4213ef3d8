import type { ServiceConstraints } from "../form";

const EMAIL_IDENTITY_MAIL_FROM_ATTRIBUTES = "aws:sesv2/emailIdentityMailFromAttributes:EmailIdentityMailFromAttributes";
const EMAIL_IDENTITY = "aws:sesv2/emailIdentity:EmailIdentity";
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
    "aws.sesv2.email-identity-mail-from-attributes.subdomain": {
      type: EMAIL_IDENTITY_MAIL_FROM_ATTRIBUTES,
      require: { mailFromDomain: { subdomainOf: "emailIdentity" } },
      must: "The domain of the envelope must be a subdomain of the identity's.",
      source: "https://docs.aws.amazon.com/ses/latest/dg/mail-from.html",
      accepts: [
        { emailIdentity: "example.com", mailFromDomain: "bounce.example.com" },
        { emailIdentity: "shop@example.com", mailFromDomain: "bounce.example.com" },
      ],
      rejects: [{ emailIdentity: "example.com", mailFromDomain: "bounce.example.org" }],
    },
    "aws.sesv2.email-identity.name": {
      type: "aws:sesv2/emailIdentity:EmailIdentity",
      require: { emailIdentity: { not: { matches: /[:/\s]/ } } },
      must: "An identity is a domain name or an e-mail address, without a protocol or a path.",
      source: "https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_CreateEmailIdentity.html",
      accepts: [{ emailIdentity: "shop.io" }, { emailIdentity: "orders@shop.io" }],
      rejects: [{ emailIdentity: "https://shop.io" }],
    },
    "aws.sesv2.email-identity.own-key": {
      type: EMAIL_IDENTITY,
      require: {
        allOrNone: ["dkimSigningAttributes.domainSigningPrivateKey", "dkimSigningAttributes.domainSigningSelector"],
      },
      must: "A key of your own requires a selector, and a selector a key: set both.",
      source: "https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_DkimSigningAttributes.html",
      accepts: [{ emailIdentity: "example.com", dkimSigningAttributes: { nextSigningKeyLength: "RSA_2048_BIT" } }],
      rejects: [{ emailIdentity: "example.com", dkimSigningAttributes: { domainSigningSelector: "x" } }],
    },
    "aws.sesv2.email-identity.one-kind-of-key": {
      type: EMAIL_IDENTITY,
      when: { "dkimSigningAttributes.nextSigningKeyLength": { present: true } },
      require: { "dkimSigningAttributes.domainSigningPrivateKey": { present: false } },
      must: "The key is yours or of SES: leave out `nextSigningKeyLength`.",
      source: "https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_DkimSigningAttributes.html",
      accepts: [{ emailIdentity: "example.com", dkimSigningAttributes: { nextSigningKeyLength: "RSA_2048_BIT" } }],
      rejects: [
        {
          emailIdentity: "example.com",
          dkimSigningAttributes: {
            nextSigningKeyLength: "RSA_2048_BIT",
            domainSigningPrivateKey: "x",
            domainSigningSelector: "x",
          },
        },
      ],
    },
  },
} satisfies ServiceConstraints;
