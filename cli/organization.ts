import { isObject } from "../contract/read";
import { ProgramError } from "../engine/program-error";
import { parseYaml } from "../engine/yaml";
import { readText } from "../targets/text";

/**
 * Reads an organization's contract: the configuration of the policy `contract` alone, or a whole policy configuration
 * as `--policy-pack-config` takes it.
 */
export function readOrganization(file: string): unknown {
  const value = parseYaml(file, readText(file).text);
  if (!isObject(value)) {
    throw new ProgramError(`${file} holds no keys and values, which a contract does`);
  }
  const own = isObject(value["contract"]) ? value["contract"] : value;
  return Object.fromEntries(Object.entries(own).filter(([key]) => key !== "enforcementLevel"));
}
