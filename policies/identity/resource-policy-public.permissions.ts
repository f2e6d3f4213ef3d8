import { isFixedArn } from "../../src/aws/identity/conditions";
import { LAMBDA_FUNCTION_URL, LAMBDA_PERMISSION } from "../../src/aws/type-tokens";
import { allOf, anyOf, equals, not, type Certainty } from "../../src/graph/certainty";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { known, UNKNOWN } from "../../src/graph/value";
import type { Context } from "../../src/rules/rule";

/** Permissions that everyone has where the principal is `*` and nothing restricts it. */
const SHARED = [
  {
    type: "aws:lambda/layerVersionPermission:LayerVersionPermission",
    restriction: "organizationId",
    message:
      "Everyone, in any AWS account, can download this layer. Set `principal` to an account, or `organizationId` to your " +
      "organization.",
  },
  {
    type: "aws:cloudwatch/eventPermission:EventPermission",
    restriction: "condition",
    message:
      "Everyone, in any AWS account, can send events to this bus. Set `principal` to an account, or add a `condition` on " +
      '"aws:PrincipalOrgID".',
  },
];

/** The types of permissions that are resources. */
export const PERMISSIONS: readonly string[] = [LAMBDA_PERMISSION, ...SHARED.map(({ type }) => type)];

/** Permissions that are resources, each of them one statement of a policy. */
export function checkPermissions(stack: Stack, context: Context): void {
  for (const permission of stack.managed(LAMBDA_PERMISSION)) {
    if (!isForOpenUrl(stack, permission)) {
      checkInvocation(permission, context);
    }
  }
  for (const { type, restriction, message } of SHARED) {
    for (const permission of stack.managed(type)) {
      const isOpen = allOf([equals(permission.str("principal"), "*"), permission.at(restriction).isAbsent]);
      context.decide(not(isOpen), { at: permission, property: "principal", message });
    }
  }
}

/** True for what opens a function URL without authentication, which lambda-function-url-public reports. */
function isForOpenUrl(stack: Stack, permission: Resource): boolean {
  const type = permission.str("functionUrlAuthType");
  const isForUrl = type === "NONE" || type === UNKNOWN || (permission.bool("invokedViaFunctionUrl") ?? false) !== false;
  return isForUrl && stack.managed(LAMBDA_FUNCTION_URL).some((url) => url.str("authorizationType") !== "AWS_IAM");
}

/** Whether a permission names an account, an organization or the resource that may invoke. */
function namesSource(permission: Resource): Certainty {
  const arn = permission.str("sourceArn");
  return anyOf([
    !permission.at("sourceAccount").isAbsent,
    !permission.at("principalOrgId").isAbsent,
    !permission.at("eventSourceToken").isAbsent,
    // An ARN that is not known yet is that of a resource.
    arn === UNKNOWN || (arn !== undefined && isFixedArn(arn)),
  ]);
}

function checkInvocation(permission: Resource, { report, undecided }: Context): void {
  const principal = permission.str("principal");
  const isLimited = namesSource(permission);
  if (isLimited !== false) {
    return;
  }
  if (principal === UNKNOWN) {
    undecided(permission, "principal");
  } else if (principal === "*") {
    report({
      at: permission,
      property: "principal",
      message:
        "Everyone, in any AWS account, can invoke this function. Set `principal` to an account or a service, and " +
        "`sourceArn` to the resource that invokes it.",
    });
  } else if (known(principal) && principal.endsWith(".amazonaws.com")) {
    report({
      at: permission,
      property: "sourceArn",
      // Buckets of any account can name the function; other services are rarely free to.
      ...(principal !== "s3.amazonaws.com" && { level: "advisory" }),
      message:
        `"${principal}" can invoke this function for resources of any AWS account. Set \`sourceArn\` to the one that ` +
        "invokes it" +
        (principal === "s3.amazonaws.com" ? ", and `sourceAccount` to its account." : "."),
    });
  }
}
