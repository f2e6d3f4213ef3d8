import type { BuiltResource, Input } from "../../src/testing/stack";
import { a, attack, document, type Pair } from "./kit";

const contract = { leastPrivilege: true };
const ACTION = "iam-wildcard-action";
const RESOURCE = "iam-wildcard-resource";
const OBJECTS = "arn:aws:s3:::shop-orders/*";
const narrow = { Effect: "Allow", Action: "s3:GetObject", Resource: OBJECTS };

const inRole = (...statements: Record<string, Input>[]): BuiltResource[] => [
  a("iam/rolePolicy:RolePolicy", "access", { role: "app", policy: document(...statements) }),
];
const pair = (name: string, rule: string, bad: Record<string, Input>, good: Record<string, Input> = narrow): Pair => ({
  name,
  rule,
  contract,
  bad: inRole({ Effect: "Allow", ...bad }),
  good: inRole(good),
});

const trusted = a("iam/role:Role", "app", {
  assumeRolePolicy: document({
    Effect: "Allow",
    Action: "sts:AssumeRole",
    Principal: { Service: "ec2.amazonaws.com" },
  }),
});
const policy = (name: string, statement: Record<string, Input>): BuiltResource =>
  a("iam/policy:Policy", name, { policy: document(statement) });
const wide = { Effect: "Allow", Action: "*", Resource: "*" };

/** A policy that is also a boundary, attached in one way or another. */
const attachedPair = (name: string, attach: (of: BuiltResource) => BuiltResource[], named = "limits"): Pair => {
  const of = (statement: Record<string, Input>): BuiltResource[] => {
    const limits = policy(named, statement);
    const bounded = a("iam/user:User", "ci", { permissionsBoundary: limits["arn"] });
    return [trusted, limits, bounded, ...attach(limits)];
  };
  return { name, rule: ACTION, contract, bad: of(wide), good: of(narrow) };
};

attack("statements", [
  pair("every action", ACTION, { Action: "*", Resource: "*" }),
  pair("every action of a service", ACTION, { Action: ["s3:GetObject", "dynamodb:*"], Resource: "*" }),
  pair("every action with a service in capitals", ACTION, { Action: "S3:*", Resource: "*" }),
  pair("every action with two stars", ACTION, { Action: "s3:**", Resource: "*" }),
  pair("every action of every service", ACTION, { Action: "*:*", Resource: "*" }),
  pair("every action but some", ACTION, { NotAction: "iam:*", Resource: "*" }),
  pair("every action but some, on every resource but one", ACTION, { NotAction: ["iam:*"], NotResource: OBJECTS }),
  pair("every action under an empty condition", ACTION, { Action: "s3:*", Resource: "*", Condition: {} }),
  pair("every action under an operator without keys", ACTION, {
    Action: "s3:*",
    Resource: "*",
    Condition: { StringEquals: {} },
  }),
  {
    name: "names and effect in lower case",
    rule: ACTION,
    contract,
    bad: inRole({ effect: "allow", action: "s3:*", resource: "*" }),
    good: inRole({ effect: "allow", action: "s3:GetObject", resource: OBJECTS }),
  },
  pair("every secret", RESOURCE, { Action: "secretsmanager:GetSecretValue", Resource: "*" }),
  pair("every secret in a list", RESOURCE, { Action: "secretsmanager:GetSecretValue", Resource: [OBJECTS, "*"] }),
  pair("every object of every bucket", RESOURCE, { Action: "s3:GetObject", Resource: "arn:aws:s3:::*" }),
  pair("every object but some", RESOURCE, { Action: "s3:GetObject", NotResource: "arn:aws:s3:::payroll/*" }),
  pair("every role, to pass on", RESOURCE, { Action: "iam:PassRole", Resource: "*" }),
  pair("every role of the account, to pass on", RESOURCE, {
    Action: "iam:PassRole",
    Resource: "arn:aws:iam::464738291005:role/*",
  }),
  pair("every role of any account, by a pattern", RESOURCE, { Action: "iam:Pass*", Resource: "arn:aws:iam::*:role/*" }),
]);

attack("policies of identities", [
  attachedPair("a boundary that a role has as well", (of) => [
    a("iam/rolePolicyAttachment:RolePolicyAttachment", "app", { role: trusted["name"], policyArn: of["arn"] }),
  ]),
  attachedPair("a boundary in a role's list", (of) => [
    a("iam/role:Role", "web", {
      assumeRolePolicy: document({
        Effect: "Allow",
        Action: "sts:AssumeRole",
        Principal: { Service: "ec2.amazonaws.com" },
      }),
      managedPolicyArns: [of["arn"]],
    }),
  ]),
  attachedPair(
    "a policy with the name of a boundary, of a group",
    (of) => [a("iam/groupPolicyAttachment:GroupPolicyAttachment", "all", { group: "all", policyArn: of["arn"] })],
    "team-boundary",
  ),
  attachedPair(
    "a policy with the name of a boundary, of a permission set",
    (of) => [
      a("ssoadmin/customerManagedPolicyAttachment:CustomerManagedPolicyAttachment", "all", {
        instanceArn: "arn:aws:sso:::instance/ssoins-1",
        permissionSetArn: "arn:aws:sso:::permissionSet/ssoins-1/ps-1",
        customerManagedPolicyReference: { name: of["name"] },
      }),
    ],
    "boundary",
  ),
  {
    name: "a permission set",
    rule: ACTION,
    contract,
    bad: permissionSet(wide),
    good: permissionSet(narrow),
  },
  {
    name: "a user",
    rule: ACTION,
    contract,
    bad: [a("iam/userPolicy:UserPolicy", "ci", { user: "ci", policy: document(wide) })],
    good: [a("iam/userPolicy:UserPolicy", "ci", { user: "ci", policy: document(narrow) })],
  },
]);

function permissionSet(statement: Record<string, Input>): BuiltResource[] {
  return [
    a("ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy", "developers", {
      instanceArn: "arn:aws:sso:::instance/ssoins-1",
      permissionSetArn: "arn:aws:sso:::permissionSet/ssoins-1/ps-1",
      inlinePolicy: document(statement),
    }),
  ];
}
