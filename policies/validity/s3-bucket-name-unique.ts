import { show } from "../../contract/show";
import { hasSuffix, namesOf } from "../../stack/names";
import { BUCKET } from "../../stack/buckets";
import { originOf } from "../../stack/origin";
import { UNKNOWN } from "../../stack/value";
import { defineRule } from "../rule";

// An account, a time, or what a generator makes: letters and digits mixed.
const ACCOUNT_OR_TIME = /\d{6}/;
const RANDOM = /^(?=[a-z]*\d)(?=\d*[a-z])[a-z0-9]{5,}$/;

function hasRandomPart(name: string): boolean {
  return ACCOUNT_OR_TIME.test(name) || name.split("-").some((part) => RANDOM.test(part));
}

export default defineRule({
  id: "s3-bucket-name-unique",
  category: "validity",
  description: "S3 bucket names are of the kind that nobody else has",
  severity: "medium",
  level: "advisory",
  failures: [],
  why:
    "All AWS accounts share one space of bucket names. A plain name is taken sooner or later, by a stranger or by the " +
    "second stack of the same program, and then the deployment fails with BucketAlreadyExists.",
  fix: {
    typescript:
      "const { accountId } = aws.getCallerIdentityOutput();\n" +
      'new aws.s3.Bucket("assets", { bucket: pulumi.interpolate`shop-assets-${accountId}` });',
    python:
      "account_id = aws.get_caller_identity().account_id\n" +
      'aws.s3.Bucket("assets", bucket=f"shop-assets-{account_id}")',
    yaml:
      "variables:\n  accountId:\n    fn::invoke:\n      function: aws:getCallerIdentity\n" +
      "      return: accountId\nresources:\n  assets:\n    type: aws:s3:Bucket\n    properties:\n" +
      "      bucket: shop-assets-${accountId}",
  },
  limits:
    "Names with an account id, a random part, a time, the stack's name or the contract's suffix; names from the " +
    "configuration or another resource; names with dots, which belong to a domain.",
  stack(stack, { contract, project, report, undecided }) {
    for (const bucket of stack.ofType(BUCKET).filter(({ outside }) => !outside)) {
      const [name] = namesOf(bucket);
      const suffixes = [project.stack, contract.environmentSuffix ?? ""].filter((suffix) => suffix !== "");
      if (name?.property !== "bucket" || bucket.isComputed("bucket")) {
        continue;
      }
      const { text } = name;
      if (text === UNKNOWN) {
        undecided(bucket, "bucket");
        continue;
      }
      const isTold = text.includes(".") || hasRandomPart(text) || suffixes.some((suffix) => hasSuffix(text, suffix));
      if (!isTold && originOf({ view: bucket.at("bucket"), text }, project) !== "elsewhere") {
        report({
          at: bucket,
          property: "bucket",
          message:
            `the bucket is always called ${show(text)}, a name that one account in the world can have, and one stack of this ` +
            "program; put the account id into it, or leave bucket out for a name with a random part.",
        });
      }
    }
  },
});
