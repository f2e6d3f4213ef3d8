import { KMS_KEY } from "../aws/type-tokens";
import type { Constraint, Inputs } from "./form";

const SIGNING = { keyUsage: "SIGN_VERIFY", customerMasterKeySpec: "RSA_2048" };

/** A property that names a key of KMS for data, which must be a symmetric one. Cases have `rest` besides. */
export function symmetricKey(type: string, property: string, source: string, rest: Inputs = {}): Constraint {
  return {
    type,
    refers: { [property]: KMS_KEY },
    defaults: { [`${property}->customerMasterKeySpec`]: "SYMMETRIC_DEFAULT" },
    require: { [`${property}->customerMasterKeySpec`]: "SYMMETRIC_DEFAULT" },
    must: "AWS encrypts with symmetric keys of KMS only, not with keys that sign.",
    source,
    accepts: [withProperty(rest, property, { enableKeyRotation: true })],
    rejects: [withProperty(rest, property, SIGNING)],
  };
}

function withProperty(inputs: Inputs, path: string, value: unknown): Inputs {
  const [key = "", ...rest] = path.split(".");
  const inner = (inputs[key] ?? {}) as Inputs;
  return { ...inputs, [key]: rest.length === 0 ? value : withProperty(inner, rest.join("."), value) };
}
