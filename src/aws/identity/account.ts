import type { Resource } from "../../graph/resource";
import type { Stack } from "../../graph/stack";
import { known, UNKNOWN } from "../../graph/value";
import type { View } from "../../graph/view";

/** The account of a resource, where its provider is limited to one, or assumes a role of one. */
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

const ACCOUNT_OF_ARN = /^arn:[\w-]+:[\w-]+:[\w-]*:(\d{12}):/;

/** The account of a resource: by its provider, or the only one in the ARNs of what the stack has. */
export function ownAccount(stack: Stack, resource: Resource): string | undefined {
  return accountOf(resource) ?? stack.once(onlyAccount);
}

function onlyAccount(stack: Stack): string | undefined {
  const arns = stack.resources.map(({ outputs }) => outputs.find("arn")?.str());
  const accounts = new Set(arns.flatMap((arn) => (known(arn) ? (ACCOUNT_OF_ARN.exec(arn)?.[1] ?? []) : [])));
  const [account, ...others] = accounts;
  return others.length === 0 ? account : undefined;
}

// Settings of a provider that only an emulator needs, since it cannot answer such requests.
const ONLY_EMULATED = ["skipRequestingAccountId", "skipCredentialsValidation", "s3UsePathStyle"];

/** True for a resource of an emulator of AWS. */
export const isEmulated = ({ provider }: Resource): boolean => isEmulator(provider);

/** True for a provider of an emulator of AWS: it has endpoints of its own, or skips requests that AWS answers. */
export function isEmulator(provider: View): boolean {
  const entries = provider.entries();
  const settings = new Map(known(entries) ? entries : []);
  const endpoints = settings.get("endpoints")?.json().list() ?? [];
  return (
    endpoints === UNKNOWN || endpoints.length > 0 || ONLY_EMULATED.some((key) => settings.get(key)?.bool() === true)
  );
}
