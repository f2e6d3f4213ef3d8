import { handlerSource } from "../../src/aws/functions/function-code";
import { LAMBDA_FUNCTION } from "../../src/aws/type-tokens";
import type { Resource } from "../../src/graph/resource";
import { known } from "../../src/graph/value";

/** How sources create clients of AWS services: modules of the SDK for JavaScript, its namespace, and boto3. */
const CLIENTS = [
  /@aws-sdk\/(?:client|lib)-([a-z0-9-]{1,60})/g,
  /\baws-sdk\/clients\/([a-z0-9]{1,60})/g,
  /\bAWS\.([A-Z]\w{0,60})/g,
  /\b(?:client|resource)\(\s*["']([a-z0-9-]{1,60})["']/g,
];

/** Names of clients that differ from the service's name in ARNs. */
const SERVICES: ReadonlyMap<string, string> = new Map([
  ["elasticloadbalancingv2", "elasticloadbalancing"],
  ["elbv2", "elasticloadbalancing"],
]);

/** Sources that call services with other credentials, or through DAX. */
const OTHER_ACCESS = /\bdax\b|amazon-?dax|assume_?role|fromTemporaryCredentials|client-sts|["']sts["']/i;

/**
 * True when the code of a function is in the program and creates a client of the service with the function's own role.
 * False where that is not known.
 */
export function callsService(
  fn: Resource,
  service: string,
  read: (path: string) => string | undefined = unreadable,
): boolean {
  const source = fn.type === LAMBDA_FUNCTION ? handlerSource(fn, read) : undefined;
  return known(source) && !OTHER_ACCESS.test(source.text) && clientsIn(source.text).has(service);
}

const unreadable = (): undefined => undefined;

function clientsIn(text: string): ReadonlySet<string> {
  const names = CLIENTS.flatMap((form) => [...text.matchAll(form)].map(([, name = ""]) => name));
  return new Set(
    names.map((name) => {
      const plain = name.replaceAll("-", "").toLowerCase();
      return SERVICES.get(plain) ?? plain;
    }),
  );
}
