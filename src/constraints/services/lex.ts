import type { ServiceConstraints } from "../form";

const V2MODELS_BOT_LOCALE = "aws:lex/v2modelsBotLocale:V2modelsBotLocale";
const V2MODELS_BOT = "aws:lex/v2modelsBot:V2modelsBot";
export default {
  date: "2026-11-30",
  constraints: {
    "aws.lex.v2models-bot.session": {
      type: V2MODELS_BOT,
      require: { idleSessionTtlInSeconds: { min: 60, max: 86400 } },
      must: "A session is idle for 60 to 86,400 seconds.",
      source: "https://docs.aws.amazon.com/lexv2/latest/APIReference/API_CreateBot.html",
      accepts: [{ name: "x", roleArn: "x", idleSessionTtlInSeconds: 300 }],
      rejects: [{ name: "x", roleArn: "x", idleSessionTtlInSeconds: 30 }],
    },
    "aws.lex.v2models-bot.name": {
      type: V2MODELS_BOT,
      require: { name: { matches: /^(?:[0-9a-zA-Z][_-]?){1,100}$/ } },
      must: "The name of a bot has letters and digits, with single dashes or underscores between them.",
      source: "https://docs.aws.amazon.com/lexv2/latest/APIReference/API_CreateBot.html",
      accepts: [{ name: "orders_bot", roleArn: "x", idleSessionTtlInSeconds: 300 }],
      rejects: [{ name: "orders bot", roleArn: "x", idleSessionTtlInSeconds: 300 }],
    },
    "aws.lex.v2models-bot.members": {
      type: V2MODELS_BOT,
      when: { members: { minItems: 1 } },
      require: { type: "BotNetwork" },
      defaults: { type: "Bot" },
      must: 'Only a network of bots has members: set `type: "BotNetwork"`.',
      source: "https://docs.aws.amazon.com/lexv2/latest/APIReference/API_CreateBot.html",
      accepts: [{ name: "x", roleArn: "x", idleSessionTtlInSeconds: 300, type: "BotNetwork", members: [{ id: "x" }] }],
      rejects: [{ name: "x", roleArn: "x", idleSessionTtlInSeconds: 300, members: [{ id: "x" }] }],
    },
    "aws.lex.v2models-bot-locale.locale": {
      type: V2MODELS_BOT_LOCALE,
      require: {
        localeId: { matches: /^[a-z]{2,3}_[A-Z0-9]{2,3}$/ },
      },
      must: "A locale is of the form en_US.",
      source: "https://docs.aws.amazon.com/lexv2/latest/APIReference/API_CreateBotLocale.html",
      accepts: [{ botId: "x", botVersion: "DRAFT", localeId: "en_US", nLuIntentConfidenceThreshold: 0.4 }],
      rejects: [{ botId: "x", botVersion: "DRAFT", localeId: "en-US", nLuIntentConfidenceThreshold: 0.4 }],
    },
  },
} satisfies ServiceConstraints;
