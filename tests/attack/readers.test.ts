import type { BuiltResource, Input } from "../../src/testing/stack";
import { a, attack, type Pair } from "./kit";

/** The spellings with which the provider takes a string for a boolean. */
const TRUE: readonly Input[] = ["true", "True", "TRUE", "1"];
const FALSE: readonly Input[] = ["false", "False", "FALSE", "0"];

const broker = (publiclyAccessible: Input): BuiltResource[] => [
  a("mq/broker:Broker", "orders", { engineType: "ActiveMQ", publiclyAccessible }),
];
const database = (publiclyAccessible: Input): BuiltResource[] => [
  a("rds/instance:Instance", "orders", {
    engine: "postgres",
    instanceClass: "db.t4g.medium",
    allocatedStorage: 20,
    storageEncrypted: true,
    manageMasterUserPassword: true,
    username: "shop",
    publiclyAccessible,
  }),
];
const pairs = (name: string, rule: string, of: (value: Input) => BuiltResource[]): Pair[] =>
  TRUE.map((value, index) => ({
    name: `${name}: ${JSON.stringify(value)}`,
    rule,
    bad: of(value),
    good: of(FALSE[index]),
  }));

attack("booleans as text", [
  ...pairs("a broker", "endpoint-not-public", broker),
  ...pairs("a database", "rds-not-public", database),
]);
