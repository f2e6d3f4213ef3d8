import { isType, propertiesOf } from "../../src/testing/aws-schema";
import { build, type BuiltResource } from "../../src/testing/stack";
import { stoppingIn } from "../attack/kit";
import { policies, roles } from "./identity";
import { balancers, names, networks } from "./network";
import { logs, services } from "./services";
import { buckets, databases, distributions, firewalls, tables } from "./storage";
import { apis, containers, events, functions, mappings } from "./workloads";

const KINDS = {
  roles,
  mappings,
  policies,
  balancers,
  containers,
  functions,
  names,
  databases,
  tables,
  buckets,
  distributions,
  firewalls,
  networks,
  events,
  apis,
  logs,
  services,
};

/** The rules that stop a program, and the constraints of rules. */
const stopping = (program: readonly BuiltResource[]): string[] => [
  ...new Set(stoppingIn(build([...program], "up")).map(({ rule, constraint }) => constraint?.id ?? rule.id)),
];

describe.each(Object.entries(KINDS))("%s", (_kind, cases) => {
  it.each(cases.map((one) => [one.name, one] as const))("%s", (_name, { by, rejected, accepted }) => {
    for (const { $type, $inputs } of [...rejected, ...accepted].filter(({ $type }) => $type.startsWith("aws:"))) {
      expect([$type, isType($type), Object.keys($inputs).filter((key) => !propertiesOf($type).includes(key))]).toEqual([
        $type,
        true,
        [],
      ]);
    }
    expect(stopping(accepted)).toEqual([]);
    expect(stopping(rejected)).toContain(by);
  });
});
