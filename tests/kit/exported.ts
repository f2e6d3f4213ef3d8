import { readState } from "../../src/input/state";
import type { Wire } from "../../src/graph/recorded";
import type { Stack } from "../../src/graph/stack";

/** A resource of an exported stack. `${name.arn}` in its inputs is the property of another one. */
export interface Exported {
  type: string;
  name: string;
  inputs: Record<string, Wire>;
}

/** How a state holds resources: as a program created them, or as Pulumi Cloud discovers them, without inputs. */
export type ExportForm = "created" | "discovered";

const PROVIDER = "pulumi:providers:aws";
const ACCOUNT = "464738291005";

export const urnOf = (type: string, name: string): string => `urn:pulumi:dev::shop::${type}::${name}`;

const computedOf = ({ type, name }: Exported): Record<string, Wire> => {
  const [, module = "", kind = ""] = /^aws:(\w+)\/(\w+):/.exec(type) ?? [];
  const arn = `arn:aws:${module}:us-east-1:${ACCOUNT}:${kind.toLowerCase()}/${name}`;
  return { id: `${name}-0a1b2c3d`, arn, name: `${name}-0a1b2c3d` };
};

/** The stack of an exported state with these resources. */
export function exported(resources: readonly Exported[], form: ExportForm = "created"): Stack {
  const byName = new Map(resources.map((one) => [one.name, one]));
  const outputsOf = (one: Exported): Record<string, Wire> => ({ ...computedOf(one), ...resolved(one.inputs).value });
  function resolved<T extends Wire>(value: T): { value: T; from: string[] } {
    const from: string[] = [];
    const text = JSON.stringify(value, (_key, inner: Wire): Wire => {
      const [, name = "", property = ""] = typeof inner === "string" ? (/^\$\{(\w+)\.(\w+)\}$/.exec(inner) ?? []) : [];
      const target = byName.get(name);
      if (target === undefined) {
        return inner;
      }
      from.push(urnOf(target.type, name));
      return outputsOf(target)[property] ?? null;
    });
    return { value: JSON.parse(text) as T, from };
  }
  const provider = {
    urn: urnOf(PROVIDER, "default"),
    custom: true,
    id: "0a1b",
    type: PROVIDER,
    inputs: { region: "us-east-1" },
  };
  const created = resources.map((one) => {
    const from = Object.entries(one.inputs).map(([key, value]) => [key, resolved(value).from] as const);
    const outputs = outputsOf(one);
    const isDiscovered = form === "discovered" && /^aws(?:-native)?:/.test(one.type);
    return {
      urn: urnOf(one.type, one.name),
      custom: true,
      id: outputs["id"],
      type: one.type,
      inputs: isDiscovered ? {} : { __defaults: [], ...resolved(one.inputs).value },
      outputs,
      provider: `${provider.urn}::0a1b`,
      dependencies: isDiscovered ? [] : [...new Set(from.flatMap(([, urns]) => urns))],
      propertyDependencies: isDiscovered ? {} : Object.fromEntries(from.filter(([, urns]) => urns.length > 0)),
    };
  });
  return readState({ version: 3, deployment: { resources: [provider, ...created] } }, "stack.json").stack;
}
