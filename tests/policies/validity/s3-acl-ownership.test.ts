import rule from "../../../policies/validity/s3-acl-ownership";
import { createdAndDeployed, withNew } from "../../kit/deployed";
import { ruleTest, runRule } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const BUCKET = "aws:s3/bucket:Bucket";
const ACL = "aws:s3/bucketAcl:BucketAcl";
const assets = resource(BUCKET, "assets");
const controls = (objectOwnership: Input, of: BuiltResource = assets) =>
  resource("aws:s3/bucketOwnershipControls:BucketOwnershipControls", "owner", {
    bucket: of.id,
    rule: { objectOwnership },
  });
const acl = (value: Input, dependsOn: BuiltResource[] = [], type = ACL) =>
  resource(type, "acl", { bucket: assets.id, acl: value }, { dependsOn });
const enforced = controls("BucketOwnerEnforced");
const preferred = controls("BucketOwnerPreferred");
const found = { resource: "acl", path: "acl" };
const inline = (inputs: Record<string, Input>) => resource(BUCKET, "assets", inputs);
const publicBucket = inline({ acl: "public-read" });

ruleTest(rule, {
  valid: [
    { name: "no ACL", stack: [assets, enforced] },
    {
      name: "an ACL after the controls that allow it",
      stack: [assets, preferred, acl("log-delivery-write", [preferred])],
    },
    { name: "what enforcement gives anyway", stack: [assets, enforced, acl("bucket-owner-full-control")] },
    { name: "a private bucket", stack: [inline({ acl: "private" })] },
    {
      name: "a bucket's own ACL that S3 ignores",
      stack: (() => {
        const own = inline({ acl: "bucket-owner-full-control" });
        return [own, controls("BucketOwnerEnforced", own)];
      })(),
    },
    { name: "a bucket without grants", stack: [inline({ grants: [] })] },
    {
      name: "an ACL of a bucket outside the stack",
      stack: [resource(ACL, "acl", { bucket: "shared", acl: "private" })],
    },
    {
      name: "an ACL that the stack only reads",
      stack: [assets, enforced, resource(ACL, "acl", { bucket: assets.id, acl: "private" }, { external: true })],
    },
  ],
  invalid: [
    {
      name: "an ACL where ownership is enforced",
      stack: [assets, enforced, acl("private")],
      shape: "preview",
      findings: [
        {
          ...found,
          message:
            /^The ownership controls owner set `objectOwnership: "BucketOwnerEnforced"`.*"AccessControlListNotSupported: The bucket does not/,
        },
      ],
    },
    {
      name: "a private ACL from before ownership was enforced, and a public one",
      stack: [assets, enforced, acl("private"), resource(ACL, "open", { bucket: assets.id, acl: "public-read" })],
      shape: "up",
      findings: [
        { ...found, level: "advisory" },
        { resource: "open", path: "acl", level: "advisory" },
      ],
    },
    {
      name: "grants where ownership is enforced",
      stack: [
        assets,
        enforced,
        resource(ACL, "acl", { bucket: assets.id, accessControlPolicy: { owner: { id: "a" }, grants: [] } }),
      ],
      findings: [{ resource: "acl", path: "accessControlPolicy", level: "advisory" }],
    },
    ...createdAndDeployed([
      {
        name: "older names of the types",
        stack: [assets, enforced, acl("public-read", [], "aws:s3/bucketAclV2:BucketAclV2")],
        findings: [found],
      },
      {
        name: "an ACL of a new bucket where nothing sets who owns the objects",
        stack: [assets, acl("private")],
        findings: [{ ...found, message: /since April 2023.*AccessControlListNotSupported/ }],
      },
      {
        name: "a bucket's own ACL where ownership is enforced",
        stack: [publicBucket, controls("BucketOwnerEnforced", publicBucket)],
        findings: [{ resource: "assets", path: "acl", message: /InvalidBucketAclWithObjectOwnership/ }],
      },
      {
        name: "a bucket's own grants",
        stack: [inline({ grants: [{ type: "Group", permissions: ["READ"], uri: "http://acs" }] })],
        findings: [{ resource: "assets", path: "grants" }],
      },
    ]),
    {
      name: "a bucket's own grant of full control to one account, which may be the owner",
      stack: [inline({ grants: [{ type: "CanonicalUser", id: "a", permissions: ["FULL_CONTROL"] }] })],
      findings: [{ resource: "assets", path: "grants", level: "advisory" }],
    },
    {
      name: "grants of a new bucket, which may be the owner's alone",
      stack: [
        assets,
        resource(ACL, "acl", { bucket: assets.id, accessControlPolicy: { owner: { id: "a" }, grants: [] } }),
      ],
      findings: [{ resource: "acl", path: "accessControlPolicy", level: "advisory" }],
    },
    {
      name: "an ACL that may come before the controls",
      stack: [assets, preferred, acl("log-delivery-write")],
      findings: [{ resource: "acl", level: "advisory", message: /wait for owner, .*: add `dependsOn: \[owner\]`\.$/ }],
    },
    {
      name: "an ACL that may come before the controls, in Python",
      stack: [assets, preferred, acl("log-delivery-write")],
      files: { "Pulumi.yaml": "name: shop\nruntime: python\n" },
      findings: [{ resource: "acl", level: "advisory", message: /add `depends_on=\[owner\]`/ }],
    },
  ],
  undecided: [
    { name: "an ownership that is not known yet", stack: [assets, controls(unknown), acl("private")], at: ["acl.acl"] },
    { name: "an ACL that is not known yet", stack: [assets, enforced, acl(unknown)], at: ["acl.acl"] },
    {
      name: "controls of a bucket that is not known yet",
      stack: [
        assets,
        resource("aws:s3/bucketOwnershipControls:BucketOwnershipControls", "owner", {
          bucket: unknown,
          rule: { objectOwnership: "ObjectWriter" },
        }),
        acl("private"),
      ],
      at: ["acl.acl"],
    },
    {
      name: "an ACL of a bucket that is not known yet",
      stack: [resource(ACL, "acl", { bucket: unknown, acl: "private" })],
      at: ["acl.bucket"],
    },
  ],
});

describe("an ACL in a deployed stack", () => {
  const levelsOf = (stack: BuiltResource[], ...added: string[]): (string | undefined)[] =>
    runRule(rule, { name: "", stack }, "up", withNew(stack, ...added)).results.map(
      ({ level, message }) => `${level} ${/(\w+): \w[\w' ]+"\.(?: |$)/.exec(message)?.[1] ?? ""}`,
    );

  it("is advisory where it is added to a bucket that may be older than April 2023", () => {
    expect(levelsOf([assets, acl("private")], "acl")).toEqual(["advisory AccessControlListNotSupported"]);
    expect(levelsOf([assets, acl("private")], "acl", "assets")).toEqual(["mandatory AccessControlListNotSupported"]);
  });

  it("is mandatory where controls are added that forbid it", () => {
    const stack = [assets, enforced, acl("public-read")];
    expect(levelsOf(stack, "owner")).toEqual(["mandatory InvalidBucketAclWithObjectOwnership"]);
    expect(levelsOf(stack, "acl")).toEqual(["mandatory AccessControlListNotSupported"]);
  });
});
