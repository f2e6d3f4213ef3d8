import rule from "../../../policies/validity/s3-acl-ownership";
import { ruleTest } from "../../../testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../testing/stack";

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
      name: "a bucket's own ACLs that S3 does not look at",
      stack: (() => {
        const own = inline({ acl: "bucket-owner-full-control" });
        return [own, controls("BucketOwnerEnforced", own)];
      })(),
    },
    { name: "a bucket without grants", stack: [inline({ grants: [] })] },
    { name: "an ACL of a bucket from elsewhere", stack: [resource(ACL, "acl", { bucket: "shared", acl: "private" })] },
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
      findings: [{ ...found, message: /owner enforces.*"AccessControlListNotSupported: The bucket does not/ }],
    },
    {
      name: "a private ACL from before ownership was enforced, and a public one",
      stack: [assets, enforced, acl("private"), resource(ACL, "open", { bucket: assets.id, acl: "public-read" })],
      shape: "up",
      findings: [
        { ...found, level: "advisory" },
        { resource: "open", path: "acl" },
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
    {
      name: "older names of the types",
      stack: [assets, enforced, acl("public-read", [], "aws:s3/bucketAclV2:BucketAclV2")],
      findings: [found],
    },
    {
      name: "an ACL where nothing says who owns the objects",
      stack: [assets, acl("private")],
      findings: [{ ...found, level: "advisory", message: /since April 2023/ }],
    },
    {
      name: "an ACL that may come before the controls",
      stack: [assets, preferred, acl("log-delivery-write")],
      findings: [{ resource: "acl", level: "advisory", message: /add dependsOn: \[owner\]/ }],
    },
    {
      name: "an ACL that may come before the controls, in Python",
      stack: [assets, preferred, acl("log-delivery-write")],
      files: { "Pulumi.yaml": "name: shop\nruntime: python\n" },
      findings: [{ resource: "acl", level: "advisory", message: /add depends_on=\[owner\]/ }],
    },
    {
      name: "a bucket's own ACL where ownership is enforced",
      stack: [publicBucket, controls("BucketOwnerEnforced", publicBucket)],
      findings: [{ resource: "assets", path: "acl", message: /InvalidBucketAclWithObjectOwnership/ }],
    },
    {
      name: "a bucket's own grants",
      stack: [inline({ grants: [{ type: "Group", permissions: ["READ"], uri: "http://acs" }] })],
      findings: [{ resource: "assets", path: "grants", level: "advisory" }],
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
