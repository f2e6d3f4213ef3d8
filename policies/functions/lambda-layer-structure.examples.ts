import type { RuleExamples } from "../../src/rules/examples";

const layer = (folder: string): string => `
new aws.lambda.LayerVersion("money", {
  layerName: "money",
  compatibleRuntimes: ["python3.13"],
  code: new pulumi.asset.AssetArchive({ "${folder}money.py": new pulumi.asset.StringAsset("CENTS = 100") }),
});
`;

export default { incorrect: layer(""), correct: layer("python/") } satisfies RuleExamples;
