import { codeIn, languageOf, messageIn, pathIn, snakeCase, type Language } from "../../src/rules/language";

describe("the language of a program", () => {
  it.each([
    ["nodejs", "typescript"],
    ["bun", "typescript"],
    ["python", "python"],
    ["go", "go"],
    ["dotnet", "dotnet"],
    ["java", "java"],
    ["yaml", "yaml"],
    [undefined, "typescript"],
    ["constructor", "typescript"],
  ])("of the runtime %s is %s", (runtime, language) => {
    expect(languageOf(runtime)).toBe(language);
  });
});

it.each([
  ["kmsKeyId", "kms_key_id"],
  ["enableHttp2", "enable_http2"],
  ["ipv6CidrBlocks", "ipv6_cidr_blocks"],
  ["s3Bucket", "s3_bucket"],
  ["tags", "tags"],
])("Python calls %s %s", (name, snake) => {
  expect(snakeCase(name)).toBe(snake);
});

describe("a path", () => {
  it.each<[string, Language, string]>([
    ["ingress[0].cidrBlocks", "typescript", "ingress[0].cidrBlocks"],
    ["ingress[0].cidrBlocks", "python", "ingress[0].cidr_blocks"],
    ["ingress[0].cidrBlocks", "go", "Ingress[0].CidrBlocks"],
    ["ingress[0].cidrBlocks", "dotnet", "Ingress[0].CidrBlocks"],
    ["ingress[0].cidrBlocks", "java", "ingress[0].cidrBlocks"],
    ["tags.CostCenter", "python", "tags.CostCenter"],
    ['tags["a keyName"]', "python", 'tags["a keyName"]'],
  ])("%s in %s is %s", (path, language, written) => {
    expect(pathIn(path, language)).toBe(written);
  });
});

describe("code", () => {
  it.each<[string, Language, string]>([
    ["storageEncrypted: true", "typescript", "storageEncrypted: true"],
    ["storageEncrypted: true", "yaml", "storageEncrypted: true"],
    ["storageEncrypted: true", "python", "storage_encrypted=True"],
    ["storageEncrypted: true", "go", "StorageEncrypted: pulumi.Bool(true)"],
    ["storageEncrypted: true", "dotnet", "StorageEncrypted = true"],
    ["storageEncrypted: true", "java", ".storageEncrypted(true)"],
    ["storageEncrypted: true", "json", '"storageEncrypted": true'],
    ["kmsKeyId: null", "python", "kms_key_id=None"],
    ["kmsKeyId: null", "go", "KmsKeyId: nil"],
    ["skipFinalSnapshot: false", "python", "skip_final_snapshot=False"],
    ["backupRetentionPeriod: 7", "go", "BackupRetentionPeriod: pulumi.Int(7)"],
    ["maxCapacity: 0.5", "go", "MaxCapacity: pulumi.Float64(0.5)"],
    ['engine: "aurora-mysql"', "go", 'Engine: pulumi.String("aurora-mysql")'],
    ["kmsKeyId: appKey.arn", "typescript", "kmsKeyId: appKey.arn"],
    ["kmsKeyId: appKey.arn", "python", "kms_key_id=app_key.arn"],
    ["kmsKeyId: appKey.arn", "go", "KmsKeyId: appKey.Arn"],
    ["kmsKeyId: appKey.arn", "dotnet", "KmsKeyId = appKey.Arn"],
    ["kmsKeyId: appKey.arn", "java", ".kmsKeyId(appKey.arn())"],
    ["kmsKeyId: appKey.arn", "yaml", "kmsKeyId: ${appKey.arn}"],
    ["subnetIds: [a.id, b.id]", "python", "subnet_ids=[a.id, b.id]"],
    ["subnetIds: [a.id, b.id]", "go", "SubnetIds: pulumi.Array{a.Id, b.Id}"],
    ['logTypes: ["audit"]', "go", 'LogTypes: pulumi.StringArray{pulumi.String("audit")}'],
    ['logTypes: ["audit"]', "dotnet", 'LogTypes = new[] { "audit" }'],
    ['logTypes: ["audit"]', "java", '.logTypes(List.of("audit"))'],
    ["serverSideEncryption: { enabled: true }", "python", 'server_side_encryption={ "enabled": True }'],
    ["serverSideEncryption: { enabled: true }", "dotnet", "ServerSideEncryption = new() { Enabled = true }"],
    ["serverSideEncryption: { enabled: true }", "java", ".serverSideEncryption(Args.builder().enabled(true).build())"],
    ["setting: {}", "dotnet", "Setting = new()"],
    ["setting: {}", "python", "setting={}"],
    ["setting: {…}", "yaml", "setting: { … }"],
    ["minCapacity: 1, maxCapacity: 4", "python", "min_capacity=1, max_capacity=4"],
    ["minCapacity: 1, maxCapacity: 4", "java", ".minCapacity(1).maxCapacity(4)"],
    ["dependsOn: [gateway]", "typescript", "dependsOn: [gateway]"],
    ["dependsOn: [gateway]", "python", "depends_on=[gateway]"],
    ["dependsOn: [gateway]", "go", "pulumi.DependsOn([]pulumi.Resource{gateway})"],
    ["dependsOn: [gateway]", "dotnet", "DependsOn = { gateway }"],
    ["dependsOn: [gateway]", "java", ".dependsOn(gateway)"],
    ["dependsOn: [gateway]", "yaml", "dependsOn: [${gateway}]"],
    ["healthCheck", "json", "healthCheck"],
    ["vpcConfig.subnetIds", "python", "vpc_config.subnet_ids"],
    ['tags: { "cost-center": "…" }', "python", 'tags={ "cost-center": "…" }'],
  ])("%s in %s is %s", (code, language, written) => {
    expect(codeIn(code, language)).toBe(written);
  });

  it.each(["a: ", "a: [1", "a: {b", "a: }", "a b", "1: 2", "rate(1 day)", "a: b)", "a: { b: 1 ]", "sns:Publish"])(
    "of another form is left alone: %s",
    (code) => {
      expect(codeIn(code, "python")).toBeUndefined();
    },
  );
});

it("is what is between the backticks of a message", () => {
  const message = 'set `storageEncrypted: true` (with `kmsKeyId`); "rate(1 day)" and `rate(1 day)` stay';
  expect(messageIn(message, "python")).toBe(
    'set `storage_encrypted=True` (with `kms_key_id`); "rate(1 day)" and `rate(1 day)` stay',
  );
  expect(messageIn(message, "typescript")).toBe(message);
});
