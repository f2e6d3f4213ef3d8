import { overlaps } from "./iam";

let services: ReadonlyMap<string, string> | undefined;

/** The actions of a service that can be limited to resources, in lower case. */
function actionsOf(service: string): string[] {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- large: an import would load it at the pack's start
  const load = (): unknown => require("../data/iam-actions-with-resources.json");
  services ??= new Map(Object.entries((load() as { services: Record<string, string> }).services));
  return services.get(service)?.toLowerCase().split(" ") ?? [];
}

/** Actions that read secrets, use keys, pass roles, or read and write data: never for every resource of an account. */
const SENSITIVE: readonly string[] = [
  "dynamodb:BatchGetItem",
  "dynamodb:BatchWriteItem",
  "dynamodb:DeleteItem",
  "dynamodb:GetItem",
  "dynamodb:GetRecords",
  "dynamodb:PartiQLDelete",
  "dynamodb:PartiQLInsert",
  "dynamodb:PartiQLSelect",
  "dynamodb:PartiQLUpdate",
  "dynamodb:PutItem",
  "dynamodb:Query",
  "dynamodb:Scan",
  "dynamodb:UpdateItem",
  "firehose:PutRecord",
  "firehose:PutRecordBatch",
  "iam:PassRole",
  "kinesis:GetRecords",
  "kinesis:PutRecord",
  "kinesis:PutRecords",
  "kinesis:SubscribeToShard",
  "kms:CreateGrant",
  "kms:Decrypt",
  "kms:DisableKey",
  "kms:Encrypt",
  "kms:GenerateDataKey",
  "kms:GenerateDataKeyPair",
  "kms:GenerateDataKeyPairWithoutPlaintext",
  "kms:GenerateDataKeyWithoutPlaintext",
  "kms:PutKeyPolicy",
  "kms:ReEncryptFrom",
  "kms:ReEncryptTo",
  "kms:ScheduleKeyDeletion",
  "kms:Sign",
  "rds-data:BatchExecuteStatement",
  "rds-data:ExecuteStatement",
  "rds-db:connect",
  "s3:DeleteObject",
  "s3:DeleteObjectVersion",
  "s3:GetObject",
  "s3:GetObjectVersion",
  "s3:PutObject",
  "secretsmanager:DeleteSecret",
  "secretsmanager:GetSecretValue",
  "secretsmanager:PutSecretValue",
  "secretsmanager:UpdateSecret",
  "sqs:DeleteMessage",
  "sqs:PurgeQueue",
  "sqs:ReceiveMessage",
  "sqs:SendMessage",
  "ssm:GetParameter",
  "ssm:GetParameterHistory",
  "ssm:GetParameters",
  "ssm:GetParametersByPath",
];
const SENSITIVE_LOWER = SENSITIVE.map((action) => action.toLowerCase());

// Ordinary uses need `*` although the reference lists a resource: network interfaces that Lambda creates for its functions
// (it checks the role for all of them), and text messages, which are not sent to a topic.
const FOR_EVERYTHING: ReadonlySet<string> = new Set([
  "ec2:assignprivateipaddresses",
  "ec2:createnetworkinterface",
  "ec2:deletenetworkinterface",
  "ec2:unassignprivateipaddresses",
  "sns:publish",
]);

/** True for `*`, and for an ARN with wildcards for everything but the service, such as `arn:aws:s3:::*`. */
export function isEveryResource(pattern: string): boolean {
  return /^\*+$/.test(pattern) || /^arn:[^:]*:[^:]*:\*?:\*?:\*(?:\/\*)?$/.test(pattern);
}

function parts(action: string): [service: string, name: string] {
  const colon = action.indexOf(":");
  return [action.slice(0, Math.max(colon, 0)), action.slice(colon + 1)];
}

/** The service of an action pattern that covers all of it (`s3` of `s3:*`), `*` for all services. */
export function wholeServiceOf(pattern: string): string | undefined {
  const [service, name] = parts(pattern);
  if (!/^\*+$/.test(name)) {
    return undefined;
  }
  return service === "" || service.includes("*") ? "*" : service.toLowerCase();
}

/** What it means that an action, or a pattern of actions, is allowed on every resource. */
export type Reach = "sensitive" | "limitable" | "none";

/**
 * Whether an action could be limited to some resources. Actions that the table does not have cannot; nor can patterns
 * that only read descriptions (`ec2:Describe*`), since most of these actions support no resource.
 */
export function reachOf(pattern: string): Reach {
  const action = pattern.toLowerCase();
  const [service, name] = parts(action);
  if (service === "") {
    return "none";
  }
  if (includes(SENSITIVE_LOWER, action)) {
    return "sensitive";
  }
  if (FOR_EVERYTHING.has(action) || /^(?:describe|get|list)[^*?]*[*?]/.test(name)) {
    return "none";
  }
  return includes(actionsOf(service), name) ? "limitable" : "none";
}

function includes(actions: readonly string[], pattern: string): boolean {
  return /[*?]/.test(pattern) ? actions.some((action) => overlaps(pattern, action)) : actions.includes(pattern);
}
