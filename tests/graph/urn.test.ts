import { partsOfUrn } from "../../src/graph/urn";

test.each([
  ["urn:pulumi:dev::shop::aws:s3/bucket:Bucket::files", ["dev", "shop", "aws:s3/bucket:Bucket", "files"]],
  [
    "urn:pulumi:dev::shop::my:Site$my:Store$aws:s3/bucket:Bucket::files",
    ["dev", "shop", "aws:s3/bucket:Bucket", "files"],
  ],
  [
    "urn:pulumi:dev::shop::aws:ssm/parameter:Parameter::a::b$c",
    ["dev", "shop", "aws:ssm/parameter:Parameter", "a::b$c"],
  ],
  ["dev::shop::my:Type::urn:pulumi:x", ["dev", "shop", "my:Type", "urn:pulumi:x"]],
  ["files", ["files", "", "", ""]],
  ["", ["", "", "", ""]],
])("the parts of %j are %j", (urn, [stack, project, type, name]) => {
  expect(partsOfUrn(urn)).toEqual({ stack, project, type, name });
});
