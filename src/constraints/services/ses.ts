import type { ServiceConstraints } from "../form";
const RECEIPT_RULE = "aws:ses/receiptRule:ReceiptRule";

const MAIL_FROM = "aws:ses/mailFrom:MailFrom";
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
    "aws.ses.receipt-rule.name": {
      type: "aws:ses/receiptRule:ReceiptRule",
      when: { name: { present: true } },
      require: { name: { matches: /^[A-Za-z0-9._-]{1,64}$/ } },
      must: "The name of a rule has letters, digits, dots, hyphens and underscores.",
      source: "https://docs.aws.amazon.com/ses/latest/APIReference/API_ReceiptRule.html",
      accepts: [{ name: "orders-rule" }],
      rejects: [{ name: "orders rule" }],
    },
    "aws.ses.mail-from.subdomain": {
      type: MAIL_FROM,
      require: { mailFromDomain: { subdomainOf: "domain" } },
      must: "The domain of the envelope must be a subdomain of the identity.",
      source: "https://docs.aws.amazon.com/ses/latest/dg/mail-from.html",
      accepts: [{ domain: "example.com", mailFromDomain: "bounce.example.com" }],
      rejects: [
        { domain: "example.com", mailFromDomain: "bounce.example.org" },
        { domain: "example.com", mailFromDomain: "example.com" },
      ],
    },
    "aws.ses.receipt-rule.tls": {
      type: RECEIPT_RULE,
      require: { tlsPolicy: ["Require", "Optional"] },
      must: '`tlsPolicy` must be "Require" or "Optional".',
      source: "https://docs.aws.amazon.com/ses/latest/APIReference/API_ReceiptRule.html",
      accepts: [{ ruleSetName: "main", tlsPolicy: "Require" }],
      rejects: [{ ruleSetName: "main", tlsPolicy: "Required" }],
    },
  },
} satisfies ServiceConstraints;
