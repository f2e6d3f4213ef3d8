import type { RuleExamples } from "../../src/rules/examples";

const program = (member: string): string => `
interface ShopStackArgs {
  ${member};
}

class ShopStack extends pulumi.ComponentResource {
  constructor(name: string, args: ShopStackArgs) {
    super("shop:index:ShopStack", name);
    new aws.s3.Bucket("orders", { bucket: "orders-" + (args.environmentSuffix ?? "dev") }, { parent: this });
  }
}
new ShopStack("shop", { environmentSuffix: "dev" });
`;

export default {
  contract: { project: { suffixRequired: true } },
  incorrect: program("environmentSuffix?: string"),
  correct: program("environmentSuffix: string"),
} satisfies RuleExamples;
