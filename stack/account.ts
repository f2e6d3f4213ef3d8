import type { Resource } from "./resource";
import { known, UNKNOWN } from "./value";

/** The account of a resource, where its provider says so: it allows one only, or takes on a role of it. */
export function accountOf(resource: Resource): string | undefined {
  const allowed = resource.provider.json("allowedAccountIds").list();
  if (known(allowed) && allowed.length === 1) {
    const [account] = allowed.map((one) => one.str()).filter(known);
    return account;
  }
  const roles = resource.provider.json("assumeRoles").list();
  const role = known(roles) ? roles.at(-1)?.str("roleArn") : undefined;
  return known(role) ? /^arn:[\w-]+:iam::(\d{12}):/.exec(role)?.[1] : undefined;
}

/** True for a resource of an emulator of AWS: its provider names addresses of its own, or asks for no account. */
export function isEmulated({ provider }: Resource): boolean {
  const entries = provider.entries();
  const settings = new Map(known(entries) ? entries : []);
  const endpoints = settings.get("endpoints")?.json().list() ?? [];
  return endpoints === UNKNOWN || endpoints.length > 0 || settings.get("skipRequestingAccountId")?.bool() === true;
}
