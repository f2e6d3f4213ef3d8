import { isType, propertiesOf } from "../../src/testing/aws-schema";
import { build, type BuiltResource } from "../../src/testing/stack";
import { stoppingIn } from "../attack/kit";
import type { Rejection } from "./kit";

/** The rules that stop a program, and the constraints of rules. */
const stopping = (program: readonly BuiltResource[]): string[] => [
  ...new Set(stoppingIn(build([...program], "up")).map(({ rule, constraint }) => constraint?.id ?? rule.id)),
];

/** Stops each rejected program by its constraint, and does not stop its accepted twin. */
export function testRejections(kinds: Readonly<Record<string, readonly Rejection[]>>): void {
  describe.each(Object.entries(kinds))("%s", (_kind, cases) => {
    it.each(cases.map((one) => [one.name, one] as const))("%s", (_name, { by, rejected, accepted }) => {
      for (const { $type, $inputs } of [...rejected, ...accepted].filter(({ $type }) => $type.startsWith("aws:"))) {
        expect([
          $type,
          isType($type),
          Object.keys($inputs).filter((key) => !propertiesOf($type).includes(key)),
        ]).toEqual([$type, true, []]);
      }
      expect(stopping(accepted)).toEqual([]);
      expect(stopping(rejected)).toContain(by);
    });
  });
}
