import type { RuleExamples } from "../../src/rules/examples";

const program = (name: string): string => `
const zone = new aws.route53.Zone("shop", { name: "shop-orders.io" });
const record = new aws.route53.Record("orders", {
  zoneId: zone.zoneId,
  name: "${name}",
  type: "CNAME",
  ttl: 300,
  records: ["orders.shop-orders.net"],
});
`;

export default { incorrect: program("shop-orders.io"), correct: program("www.shop-orders.io") } satisfies RuleExamples;
