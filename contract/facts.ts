import { table, type TableName, type Tables } from "../facts/tables";
import { isObject } from "./read";
import type { Contract } from "./schema";

const inForce = new WeakMap<object, Map<TableName, unknown>>();

/** A table about AWS as it counts under a contract, whose `facts` go over what ships. */
export function tableOf<Name extends TableName>(contract: Contract, name: Name): Tables[Name] {
  const own = (contract.facts as Partial<Record<TableName, object>> | undefined)?.[name];
  if (own === undefined) {
    return table(name);
  }
  const tables = inForce.get(contract) ?? new Map<TableName, unknown>();
  inForce.set(contract, tables);
  if (!tables.has(name)) {
    tables.set(name, patched(table(name), own));
  }
  return tables.get(name) as Tables[Name];
}

/** JSON Merge Patch (RFC 7396): objects merge, `null` takes a key out, all else replaces. */
function patched(value: unknown, patch: unknown): unknown {
  if (!isObject(patch)) {
    return patch;
  }
  const result = new Map(isObject(value) ? Object.entries(value) : []);
  for (const [key, inner] of Object.entries(patch)) {
    if (inner === null) {
      result.delete(key);
    } else {
      result.set(key, patched(result.get(key), inner));
    }
  }
  return Object.fromEntries(result);
}
