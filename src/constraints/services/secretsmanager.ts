import {
  SECRETSMANAGER_SECRET,
  SECRETSMANAGER_SECRET_ROTATION,
  SECRETSMANAGER_SECRET_VERSION,
} from "../../aws/type-tokens";
import type { ServiceConstraints } from "../form";

const CREATE = "https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html";

export default {
  date: "2026-11-30",
  constraints: {
    "aws.secretsmanager.secret.recovery-window": {
      type: SECRETSMANAGER_SECRET,
      require: [{ recoveryWindowInDays: 0 }, { recoveryWindowInDays: { min: 7, max: 30 } }],
      must: "`recoveryWindowInDays` must be 0, or from 7 to 30.",
      source: "https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DeleteSecret.html",
      accepts: [{ recoveryWindowInDays: 0 }, { recoveryWindowInDays: 7 }],
      rejects: [{ recoveryWindowInDays: 5 }, { recoveryWindowInDays: 60 }],
    },
    "aws.secretsmanager.secret.name-characters": {
      type: SECRETSMANAGER_SECRET,
      require: { name: { matches: /^[\w/+=.@-]{1,512}$/ } },
      must: 'A name must have letters, digits and the characters "/_+=.@-" only.',
      source: CREATE,
      accepts: [{ name: "shop/orders_1+=.@-" }],
      rejects: [{ name: "shop orders" }, { name: "shop:orders" }],
    },
    "aws.secretsmanager.secret-version.empty-value": {
      type: SECRETSMANAGER_SECRET_VERSION,
      require: { atLeastOne: ["secretString", "secretBinary", "secretStringWo", "secretStringWoVersion"] },
      must: "A version must have a value, of at least one character.",
      awsError: "You must provide either SecretString or SecretBinary",
      source: "https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_PutSecretValue.html",
      accepts: [
        { secretId: "x", secretString: "{}" },
        { secretId: "x", secretBinary: "aGk=" },
        { secretId: "x", secretStringWo: "y" },
      ],
      rejects: [{ secretId: "x", secretString: "" }],
    },
    "aws.secretsmanager.secret-rotation.one-schedule": {
      type: SECRETSMANAGER_SECRET_ROTATION,
      require: { exactlyOne: ["rotationRules.automaticallyAfterDays", "rotationRules.scheduleExpression"] },
      must: "A rotation must have either days or an expression.",
      source: "https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_RotationRulesType.html",
      accepts: [
        { rotationRules: { automaticallyAfterDays: 30 } },
        { rotationRules: { scheduleExpression: "rate(10 days)" } },
      ],
      rejects: [{ rotationRules: { automaticallyAfterDays: 30, scheduleExpression: "rate(10 days)" } }],
    },
    "aws.secretsmanager.secret-rotation.days": {
      type: SECRETSMANAGER_SECRET_ROTATION,
      require: { "rotationRules.automaticallyAfterDays": { min: 1, max: 1000 } },
      must: "`rotationRules.automaticallyAfterDays` must be from 1 to 1000.",
      source: "https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_RotationRulesType.html",
      accepts: [{ rotationRules: { automaticallyAfterDays: 30 } }],
      rejects: [{ rotationRules: { automaticallyAfterDays: 2000 } }],
    },
    "aws.secretsmanager.secret-rotation.shortest": {
      type: SECRETSMANAGER_SECRET_ROTATION,
      require: { "rotationRules.scheduleExpression": { not: { matches: /^rate\((?:[1-3] hours?|\d+ minutes?)\)$/ } } },
      must: 'A secret is rotated every four hours at most: "rate(4 hours)".',
      source: "https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_schedule.html",
      accepts: [{ secretId: "x", rotationLambdaArn: "x", rotationRules: { scheduleExpression: "rate(4 hours)" } }],
      rejects: [{ secretId: "x", rotationLambdaArn: "x", rotationRules: { scheduleExpression: "rate(1 hour)" } }],
    },
    "aws.secretsmanager.secret-rotation.window": {
      type: SECRETSMANAGER_SECRET_ROTATION,
      require: { "rotationRules.duration": { matches: /^\d{1,2}h$/ } },
      must: 'The window of a rotation is in hours: "3h".',
      source: "https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_RotationRulesType.html",
      accepts: [
        {
          secretId: "x",
          rotationLambdaArn: "x",
          rotationRules: { scheduleExpression: "rate(10 days)", duration: "3h" },
        },
      ],
      rejects: [
        {
          secretId: "x",
          rotationLambdaArn: "x",
          rotationRules: { scheduleExpression: "rate(10 days)", duration: "180m" },
        },
      ],
    },
    "aws.secretsmanager.secret.replicas-differ": {
      type: SECRETSMANAGER_SECRET,
      require: { replicas: { uniqueBy: "region" } },
      must: "Each region has one replica.",
      level: "advisory",
      source: "https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_ReplicaRegionType.html",
      accepts: [{ replicas: [{ region: "eu-west-1" }] }],
      rejects: [{ replicas: [{ region: "eu-west-1" }, { region: "eu-west-1" }] }],
    },
    "aws.secretsmanager.secret-version.size": {
      type: SECRETSMANAGER_SECRET_VERSION,
      require: { secretString: { maxLength: 65536 } },
      must: "A secret has at most 65,536 bytes.",
      source: "https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_PutSecretValue.html",
      accepts: [{ secretId: "orders", secretString: "x" }],
      rejects: [
        {
          secretId: "orders",
          secretString: "a".repeat(65537),
        },
      ],
    },
  },
} satisfies ServiceConstraints;
