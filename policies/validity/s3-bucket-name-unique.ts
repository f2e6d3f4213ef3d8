import { S3_BUCKET } from "../../src/aws/type-tokens";
import { show } from "../../src/contract/show";
import { hasSuffix, namesOf } from "../../src/aws/names";
import { originOf } from "../../src/source/origin";
import { UNKNOWN } from "../../src/graph/value";
import { defineRule } from "../../src/rules/rule";

// An account, a time, or what a generator makes: letters and digits mixed.
const ACCOUNT_OR_TIME = /\d{6}/;
const RANDOM = /^(?=[a-z]*\d)(?=\d*[a-z])[a-z0-9]{5,}$/;

function hasRandomPart(name: string): boolean {
  return ACCOUNT_OR_TIME.test(name) || name.split("-").some((part) => RANDOM.test(part));
}

export default defineRule({
  id: "s3-bucket-name-unique",
  category: "validity",
  description: "S3 bucket names must contain something unique to the account or the stack",
  severity: "medium",
  level: "advisory",
  why:
    "All AWS accounts share one namespace of buckets. A plain name is taken sooner or later, by another account or by the " +
    "second stack of the same program, and then the deployment fails with BucketAlreadyExists.",
  fix: {
    typescript: `const { accountId } = aws.getCallerIdentityOutput();
new aws.s3.Bucket("assets", { bucket: pulumi.interpolate\`shop-assets-\${accountId}\` });`,
    python: `account_id = aws.get_caller_identity().account_id
aws.s3.Bucket("assets", bucket=f"shop-assets-{account_id}")`,
    yaml: `variables:
  accountId:
    fn::invoke:
      function: aws:getCallerIdentity
      return: accountId
resources:
  assets:
    type: aws:s3:Bucket
    properties:
      bucket: shop-assets-\${accountId}`,
  },
  limits:
    "Names with an account id, a random part, a time, the stack's name or the contract's suffix; names from the " +
    "configuration or another resource; names with dots, which belong to a domain.",
  references: ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html"],
  stack(stack, { contract, project, report, undecided }) {
    for (const bucket of stack.managed(S3_BUCKET).filter(({ discovered }) => !discovered)) {
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
      const isUnique = text.includes(".") || hasRandomPart(text) || suffixes.some((suffix) => hasSuffix(text, suffix));
      if (!isUnique && originOf({ view: bucket.at("bucket"), text }, project) !== "provided") {
        report({
          at: bucket,
          property: "bucket",
          message:
            `The bucket name ${show(text)} is the same in every stack and account, and only one bucket in AWS can have it. ` +
            "Add the account id to it, or remove `bucket` for a name with a random part.",
        });
      }
    }
  },
});
