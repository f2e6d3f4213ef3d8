import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pulumiAwsTables } from "../../../tools/tables/pulumi-aws";
import { sourceOf } from "../../../tools/tables/sources";

const root = join(__dirname, "../../..");

interface Table {
  types: Record<string, { computed: string[]; optionalComputed?: string[]; tags?: true; assets?: true }>;
}

interface Chosen {
  types: Record<string, Record<string, string>>;
  shapes: Record<string, { fields?: string[]; within?: Record<string, string> }>;
}

describe("the tables about @pulumi/aws", () => {
  test("are what the script makes from the installed package", () => {
    const tables = pulumiAwsTables(sourceOf("@pulumi/aws"));
    expect(Object.keys(tables)).toEqual([
      "src/aws/data/aws-output-shapes.json",
      "src/aws/data/aws-resources.json",
      "src/aws/data/aws-functions.json",
      "src/aws/data/aws-sensitive-arguments.json",
      "src/aws/data/aws-chosen-fields.json",
      "src/testing/aws-schema.json",
    ]);
    for (const [path, text] of Object.entries(tables)) {
      // Not `toBe`: a difference of megabytes would be printed.
      expect({ path, isCurrent: readFileSync(join(root, path), "utf8") === text }).toEqual({ path, isCurrent: true });
    }
  }, 60_000);

  test("distinguish what AWS computes from what a program may set", () => {
    const { types } = JSON.parse(readFileSync(join(root, "src/aws/data/aws-resources.json"), "utf8")) as Table;
    expect(types["aws:ec2/securityGroup:SecurityGroup"]).toEqual({
      computed: ["arn", "ownerId", "tagsAll"],
      optionalComputed: ["description", "egress", "ingress", "name", "namePrefix", "region", "vpcId"],
      tags: true,
    });
    expect(types["aws:iam/rolePolicyAttachment:RolePolicyAttachment"]).toEqual({ computed: [] });
  });

  test("name what AWS chooses inside of an argument", () => {
    const { types, shapes } = JSON.parse(
      readFileSync(join(root, "src/aws/data/aws-chosen-fields.json"), "utf8"),
    ) as Chosen;
    expect(types["aws:eks/cluster:Cluster"]).toMatchObject({ vpcConfig: "eks.ClusterVpcConfig" });
    expect(shapes["eks.ClusterVpcConfig"]?.fields).toContain("clusterSecurityGroupId");
    expect(shapes["eks.ClusterVpcConfig"]?.fields).not.toContain("subnetIds");
    expect(shapes["lb.ListenerDefaultAction"]?.within).toHaveProperty("fixedResponse");
  });

  test("have the shapes of what is more than a string", () => {
    const { types, chosen } = JSON.parse(readFileSync(join(root, "src/aws/data/aws-output-shapes.json"), "utf8")) as {
      types: Record<string, unknown>;
      chosen: Record<string, unknown>;
    };
    expect(types["aws:rds/cluster:Cluster"]).toMatchObject({
      port: "n",
      availabilityZones: ["s"],
      masterUserSecrets: [{ secretArn: "s" }],
    });
    expect(types["aws:sqs/queue:Queue"]).not.toHaveProperty("arn");
    expect(chosen["lb.TargetGroupHealthCheck"]).toMatchObject({ timeout: "n" });
  });

  test("name the types that take files and archives", () => {
    const { types } = JSON.parse(readFileSync(join(root, "src/aws/data/aws-resources.json"), "utf8")) as Table;
    expect(Object.keys(types).filter((type) => types[type]?.assets)).toEqual([
      "aws:lambda/function:Function",
      "aws:lambda/layerVersion:LayerVersion",
      "aws:s3/bucketObject:BucketObject",
      "aws:s3/bucketObjectv2:BucketObjectv2",
    ]);
  });
});
