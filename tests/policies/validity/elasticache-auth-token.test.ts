import rule from "../../../policies/validity/elasticache-auth-token";
import { createdAndDeployed } from "../../kit/deployed";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, text, unknown, type Input } from "../../../src/testing/stack";

const GROUP = "aws:elasticache/replicationGroup:ReplicationGroup";
const group = (authToken: Input, more: Record<string, Input> = {}) =>
  resource(GROUP, "cache", { transitEncryptionEnabled: true, authToken, ...more });
const password = (inputs: Record<string, Input>, type = "Password") =>
  resource(`random:index/random${type}:Random${type}`, "token", inputs);
const good = password({ length: 64, special: false });
const wide = password({ length: 32 });
const own = password({ length: 32, overrideSpecial: "!&#$^<>-" });
const bad = password({ length: 32, special: true, overrideSpecial: "!@" });
const short = password({ length: 12, special: false });
const later = password({ length: unknown, special: unknown });
const taken = resource("random:index/randomPassword:RandomPassword", "token", {
  length: 32,
  result: "OtherTextOfIts0wn!!",
});
const lucky = password({ length: 32, result: "abcdefghijklmnop!&#$^<>-ABCDEFGH" });
const unlucky = password({ length: 17, special: true, result: "abcdefgh@ijklmnop" });
const external = resource("random:index/randomPassword:RandomPassword", "token", {}, { external: true });
const string8 = resource("random:index/randomString:RandomString", "token", { length: 8 });
const key = resource("aws:kms/key:Key", "key");
const secret = "Sup3r/Secret@Token";
const found = { resource: "cache", path: "authToken" };

ruleTest(rule, {
  valid: [
    {
      name: "a generated token that happens to have only characters that AWS accepts",
      stack: [lucky, group(lucky.result)],
    },
    {
      name: "a generator that the stack only reads",
      stack: [external, group(external.result)],
      shape: "preview",
    },
    { name: "no token", stack: [group(undefined), resource(GROUP, "b", { authToken: "" })] },
    { name: "16 letters and digits", stack: [group("abcdefGH12345678")] },
    { name: "128 characters with all that are allowed", stack: [group("a1!&#$^<>-".padEnd(128, "x"))] },
    { name: "the placeholder of a secret that cannot be read", stack: [group("[secret]")] },
    { name: "a generator without special characters", stack: [good, group(good.result)] },
    { name: "a generator with those that are allowed", stack: [own, group(own.result)] },
    { name: "a generator whose length is not known yet", stack: [later, group(later.result)] },
    {
      name: "a generated string that is changed before it becomes the token",
      stack: [taken, group(text`abc${taken.id}defghijklmnop`)],
      shape: "up",
    },
    {
      name: "a group that the stack only reads",
      stack: [resource(GROUP, "cache", { authToken: "short" }, { external: true })],
    },
  ],
  invalid: [
    ...createdAndDeployed([
      {
        name: "a generated token that is known",
        stack: [unlucky, group(unlucky.result)],
        secrets: ["abcdefgh@ijklmnop"],
        findings: [{ ...found, message: /that token generates has characters/ }],
      },
      {
        name: "characters that AWS rejects",
        stack: [group(secret)],
        secrets: [secret],
        findings: [{ ...found, message: /characters other than letters.*"Invalid AuthToken provided"/ }],
      },
      {
        name: "15 characters",
        stack: [group("abcdefGH1234567")],
        secrets: ["abcdefGH1234567"],
        findings: [{ ...found, message: /has 15 characters, and AWS accepts 16 to 128/ }],
      },
      { name: "129 characters", stack: [group("x".repeat(129))], findings: [found] },
      {
        name: "a write-only token",
        stack: [group(undefined, { authTokenWo: secret, authTokenWoVersion: 1 })],
        secrets: [secret],
        findings: [{ resource: "cache", path: "authTokenWo" }],
      },
    ]),
    {
      name: "a generator with its own special characters",
      stack: [wide, group(wide.result)],
      shape: "preview",
      findings: [{ ...found, message: /token generates has characters.*Give token `length: 64, special: false`/ }],
    },
    {
      name: "a generator with some that AWS rejects",
      stack: [bad, group(bad.result)],
      shape: "preview",
      findings: [found],
    },
    {
      name: "a generator of short tokens",
      stack: [short, group(short.result)],
      shape: "preview",
      findings: [{ ...found, message: /12 characters/ }],
    },
    {
      name: "a generator of short strings",
      stack: [string8, group(string8.result)],
      shape: "preview",
      findings: [found],
    },
  ],
  undecided: [
    { name: "a token that is not known yet", stack: [group(unknown)], at: ["cache.authToken"] },
    {
      name: "a token of two resources",
      stack: [wide, key, group(text`${wide.result}${key.id}`)],
      at: ["cache.authToken"],
    },
  ],
});
