import rule from "../../../policies/validity/s3-bucket-name-unique";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, text, unknown, type Input } from "../../../src/testing/stack";

const BUCKET = "aws:s3/bucket:Bucket";
const bucket = (name: Input) => resource(BUCKET, "assets", { bucket: name });
const suffix = resource("random:index/randomPet:RandomPet", "suffix");
const found = { resource: "assets", path: "bucket" };

ruleTest(rule, {
  valid: [
    { name: "no name", stack: [resource(BUCKET, "assets")] },
    { name: "the name that the provider generates", stack: [bucket("assets-1a2b3c4")] },
    { name: "the beginning of a name", stack: [resource(BUCKET, "assets", { bucketPrefix: "shop-assets-" })] },
    { name: "an account", stack: [bucket("shop-assets-464738291005")] },
    {
      name: "a random part",
      stack: [bucket("shop-assets-x7f3k2"), resource(BUCKET, "b", { bucket: "shop-9f8e7d6c-logs" })],
    },
    { name: "a time", stack: [bucket("shop-assets-20261122")] },
    { name: "the stack's name", stack: [bucket("shop-assets-dev")] },
    {
      name: "the suffix of the contract",
      contract: { environmentSuffix: "pr-12" },
      stack: [bucket("shop-assets-pr-12")],
    },
    { name: "a part of another resource", stack: [suffix, bucket(text`shop-assets-${suffix.id}`)] },
    { name: "a name from the configuration", config: { "shop:bucket": "acme-assets" }, stack: [bucket("acme-assets")] },
    { name: "the name of a domain", stack: [bucket("www.shop.io")] },
    {
      name: "a bucket that the stack only reads",
      stack: [resource(BUCKET, "assets", { bucket: "shop-assets" }, { external: true })],
    },
    {
      name: "an older type",
      stack: [resource("aws:s3/bucketV2:BucketV2", "assets", { bucket: "shop-assets-464738291005" })],
    },
  ],
  invalid: [
    {
      name: "a plain name",
      stack: [bucket("shop-assets")],
      findings: [{ ...found, message: /^The bucket name "shop-assets" is the same in every stack and account/ }],
    },
    {
      name: "a plain name in the sources",
      files: { "index.ts": 'const a = "my-app-logs";' },
      stack: [bucket("my-app-logs")],
      findings: [found],
    },
    { name: "a word with a short number", stack: [bucket("app1-logs-v2")], findings: [found] },
    { name: "the name of another environment", stack: [bucket("shop-assets-prod")], findings: [found] },
    {
      name: "an older type",
      stack: [resource("aws:s3/bucketV2:BucketV2", "assets", { bucket: "shop-assets" })],
      findings: [found],
    },
  ],
  undecided: [{ name: "a name that is not known yet", stack: [bucket(unknown)], at: ["assets.bucket"] }],
});
