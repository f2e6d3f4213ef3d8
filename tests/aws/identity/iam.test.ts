import managed from "../../../src/aws/data/aws-managed-policies.json";
import { roleAllows } from "../../../src/aws/identity/grants";
import { allows, arnsOverlap, overlaps, policiesOf, statementsOf, type Statement } from "../../../src/aws/identity/iam";
import { Stack } from "../../../src/graph/stack";
import { known, UNKNOWN } from "../../../src/graph/value";
import { build, json, resource, unknown, type BuiltResource, type Input, type Shape } from "../../../src/testing/stack";

const ROLE = "aws:iam/role:Role";

function stackOf(resources: BuiltResource[], shape: Shape = "up"): Stack {
  return Stack.from(build(resources, shape));
}

function read(policy: Input, shape: Shape = "up"): Statement[] | typeof UNKNOWN {
  const stack = stackOf([resource("aws:iam/policy:Policy", "p", { policy })], shape);
  return stack.resources.map((one) => statementsOf(one, "policy"))[0] ?? [];
}

function statements(...list: Record<string, Input>[]): Statement[] {
  const found = read(json({ Version: "2012-10-17", Statement: list }));
  return known(found) ? found : [];
}

describe("patterns", () => {
  test.each([
    ["s3:Get*", "s3:GetObject", true],
    ["s3:Get*", "s3:PutObject", false],
    ["s3:*Object", "s3:GetObject", true],
    ["s3:?etObject", "s3:GetObject", true],
    ["s3:?etObject", "s3:etObject", false],
    ["*", "anything", true],
    ["anything", "*", true],
    ["same", "same", true],
    ["", "", true],
    ["", "a", false],
    ["a*", "", false],
    ["a*c", "abc*", true],
    ["a*c", "b*", false],
    ["*a*b*", "*b*a*", true],
    ["arn:aws:s3:::orders/*", "arn:*:s3:::orders*", true],
    ["arn:aws:s3:::customers", "arn:*:s3:::orders*", false],
    ["a?c", "a*d", false],
    ["a?", "*b", true],
  ])("%s and %s: %s", (left, right, expected) => {
    expect(overlaps(left, right)).toBe(expected);
    expect(overlaps(right, left)).toBe(expected);
  });

  test("are compared in little time", () => {
    const started = Date.now();
    expect(overlaps("*a".repeat(200), `${"a".repeat(400)}b`)).toBe(false);
    expect(Date.now() - started).toBeLessThan(1000);
  });
});

describe("patterns of ARNs", () => {
  test.each([
    ["*", "arn:aws:s3:::a", true],
    ["arn:aws:s3:::*", "arn:*:dynamodb:*:*:table/orders*", false],
    ["arn:aws:dynamodb:*:*:table/orders", "arn:*:dynamodb:*:*:table/orders*", true],
    ["arn:aws:dynamodb", "arn:aws:dynamodb:eu-west-1:1:table/orders", true],
    ["arn:aws:sqs:*:*:orders", "arn:*:sqs:*:*:orders*", true],
    ["arn:aws:secretsmanager:*:*:secret:db-??????", "arn:*:secretsmanager:*:*:secret:db*", true],
    ["arn:aws:secretsmanager:*:*:secret:web", "arn:*:secretsmanager:*:*:secret:db*", false],
    ["arn:aws:s3:::a", "*", true],
  ])("%s and %s: %s", (left, right, expected) => {
    expect(arnsOverlap(left, right)).toBe(expected);
  });
});

describe("a document", () => {
  test("is a string or an object, with one statement or several, and one action or several", () => {
    const statement = { Effect: "Allow", Action: "s3:GetObject", Resource: ["a", "b"] };
    for (const policy of [
      json({ Statement: statement }),
      json({ Statement: [statement] }),
      { Statement: [statement] },
    ]) {
      expect(read(policy)).toMatchObject([
        {
          effect: "Allow",
          actions: { except: false, patterns: ["s3:GetObject"] },
          resources: { except: false, patterns: ["a", "b"] },
          principals: [],
          hasCondition: false,
          isComputed: false,
        },
      ]);
    }
  });

  it("may have its elements and effect in any case", () => {
    expect(
      statements({
        effect: "allow",
        action: "s3:*",
        resource: "*",
        principal: "*",
        condition: { Bool: { a: "true" } },
      }),
    ).toMatchObject([
      { effect: "Allow", actions: { patterns: ["s3:*"] }, principals: [{ type: "*", id: "*" }], hasCondition: true },
    ]);
  });

  it.each([{}, { StringEquals: {} }])("has no condition where it requires nothing: %j", (Condition) => {
    expect(statements({ Effect: "Allow", Action: "s3:*", Resource: "*", Condition })).toMatchObject([
      { hasCondition: false },
    ]);
  });

  test("may exclude actions and resources", () => {
    expect(
      statements({
        Effect: "Deny",
        NotAction: ["iam:*"],
        NotResource: "a",
        Condition: { Bool: { "aws:SecureTransport": "true" } },
      }),
    ).toMatchObject([
      {
        effect: "Deny",
        actions: { except: true, patterns: ["iam:*"] },
        resources: { except: true, patterns: ["a"] },
        hasCondition: true,
      },
    ]);
  });

  test.each([
    ["*", [{ type: "*", id: "*" }]],
    [
      { AWS: "arn", Service: ["a", "b"] },
      [
        { type: "AWS", id: "arn" },
        { type: "Service", id: "a" },
        { type: "Service", id: "b" },
      ],
    ],
    [{ AWS: null }, []],
    [["odd"], UNKNOWN],
  ])("names principals: %j", (Principal, principals) => {
    expect(statements({ Effect: "Allow", Principal })).toMatchObject([{ principals }]);
  });

  test("may exclude principals", () => {
    expect(statements({ NotPrincipal: "*" })).toMatchObject([{ principals: UNKNOWN, effect: UNKNOWN }]);
  });

  test("may have parts that are not known yet", () => {
    expect(
      read(
        { Statement: [{ Effect: unknown, Action: unknown, Resource: ["a", unknown], Principal: { AWS: unknown } }] },
        "preview",
      ),
    ).toMatchObject([
      {
        effect: UNKNOWN,
        actions: { patterns: [UNKNOWN] },
        resources: { patterns: ["a", UNKNOWN] },
        principals: [{ type: "AWS", id: UNKNOWN }],
      },
    ]);
    expect(read({ Statement: [{ Principal: { AWS: ["a", null] } }] })).toMatchObject([
      { principals: [{ id: "a" }, { id: UNKNOWN }] },
    ]);
  });

  test("is unknown where it cannot be read, and empty where there is no document", () => {
    expect(read(unknown, "preview")).toBe(UNKNOWN);
    expect(read("no json")).toBe(UNKNOWN);
    expect(read(json({ Version: "2012-10-17" }))).toBe(UNKNOWN);
    expect(read(undefined)).toEqual([]);
  });

  test("marks documents that are computed from other resources", () => {
    const bucket = resource("aws:s3/bucket:Bucket", "b", {});
    const stack = stackOf([
      bucket,
      resource("aws:iam/policy:Policy", "p", { policy: json({ Statement: [{ Resource: bucket.arn }] }) }),
    ]);
    expect(stack.ofType("aws:iam/policy:Policy").map((one) => statementsOf(one, "policy"))).toMatchObject([
      [{ isComputed: true, resources: { patterns: ["arn:aws:s3:us-east-1:464738291005:bucket/b"] } }],
    ]);
  });
});

describe("what statements allow", () => {
  const ALLOW = { Effect: "Allow", Action: "dynamodb:*", Resource: "*" };

  test.each([
    ["by a wildcard, whatever the case", [{ ...ALLOW, Action: "DynamoDB:getitem" }], true],
    ["another action", [{ ...ALLOW, Action: "s3:*" }], false],
    ["nothing at all", [], false],
    ["all but it", [{ Effect: "Allow", NotAction: "dynamodb:Get*", Resource: "*" }], false],
    ["all but others", [{ Effect: "Allow", NotAction: "iam:*", Resource: "*" }], true],
    ["all resources but some", [{ Effect: "Allow", Action: "*", NotResource: "a" }], true],
    ["all resources but all", [{ Effect: "Allow", Action: "*", NotResource: "*" }], false],
    ["no resource", [{ Effect: "Allow", Action: "*" }], false],
    ["under a condition", [{ ...ALLOW, Condition: { Bool: { "aws:SecureTransport": "true" } } }], true],
    ["and forbid", [ALLOW, { ...ALLOW, Effect: "Deny" }], false],
    ["and forbid for some resources", [ALLOW, { ...ALLOW, Effect: "Deny", Resource: "a" }], true],
    ["and forbid for all but some", [ALLOW, { Effect: "Deny", Action: "*", NotResource: "a" }], true],
    [
      "and forbid under a condition",
      [ALLOW, { ...ALLOW, Effect: "Deny", Condition: { Bool: { "aws:SecureTransport": "true" } } }],
      true,
    ],
    ["and forbid something else", [ALLOW, { ...ALLOW, Effect: "Deny", Action: "s3:*" }], true],
  ])("%s", (_name, list, expected) => {
    expect(allows(statements(...(list as Record<string, Input>[])), "dynamodb:GetItem")).toBe(expected);
  });

  test("is unknown while a part is", () => {
    const partly = read({ Statement: [{ Effect: "Allow", Action: unknown, Resource: "*" }] }, "preview");
    expect(known(partly) && allows(partly, "s3:GetObject")).toBe(UNKNOWN);
    const odd = read({ Statement: [{ Effect: unknown, Action: "s3:*", Resource: ["a", unknown] }] }, "preview");
    expect(known(odd) && allows(odd, "s3:GetObject")).toBe(UNKNOWN);
    const forbidding = read({ Statement: [{ Effect: "Deny", Action: "s3:*", NotResource: unknown }] }, "preview");
    expect(known(forbidding) && allows(forbidding, "s3:GetObject")).toBe(false);
  });
});

describe("the policies of a role", () => {
  const role = resource(ROLE, "role", {});
  const shared = resource("aws:iam/policy:Policy", "shared", {
    policy: json({ Statement: [{ Effect: "Allow", Action: "sqs:*", Resource: "*" }] }),
  });
  const allowed = (stack: Stack, action: string): unknown =>
    stack
      .ofType(ROLE)
      .filter(({ name }) => name === "role" || name === "own")
      .map((one) => roleAllows(policiesOf(stack, one), action))[0];

  test.each(["preview", "up"] as const)("are found by reference and by ARN (%s)", (shape) => {
    const stack = stackOf(
      [
        shared,
        resource(ROLE, "own", {
          managedPolicyArns: [shared.arn, "arn:aws-cn:iam::aws:policy/AmazonS3ReadOnlyAccess"],
        }),
      ],
      shape,
    );
    expect(allowed(stack, "sqs:SendMessage")).toBe(true);
    expect(allowed(stack, "s3:GetObject")).toBe(true);
    expect(allowed(stack, "s3:PutObject")).toBe(false);
  });

  test.each(["preview", "up"] as const)("may lie outside the stack (%s)", (shape) => {
    const list: Input = [shared.arn ?? null, unknown, "arn:aws:iam::464738291005:policy/team"];
    const stack = stackOf([shared, resource(ROLE, "own", { managedPolicyArns: list })], shape);
    expect(allowed(stack, "sqs:SendMessage")).toBe(true);
    expect(allowed(stack, "s3:PutObject")).toBe(UNKNOWN);
  });

  test("may be attached to a role that is not known", () => {
    const attachment = resource("aws:iam/rolePolicy:RolePolicy", "p", { role: unknown, policy: "{}" });
    expect(allowed(stackOf([role, attachment], "preview"), "s3:GetObject")).toBe(UNKNOWN);
    expect(allowed(stackOf([role, attachment], "up"), "s3:GetObject")).toBe(false);
  });

  test("may be inline without being known", () => {
    const own = resource(ROLE, "own", { inlinePolicies: unknown });
    expect(allowed(stackOf([own], "preview"), "s3:GetObject")).toBe(UNKNOWN);
  });

  test("are complete where an exclusive list names policies of the stack only", () => {
    const policy = resource("aws:iam/rolePolicy:RolePolicy", "p", { role: role.id, policy: json({ Statement: [] }) });
    const exclusive = resource("aws:iam/rolePoliciesExclusive:RolePoliciesExclusive", "e", {
      roleName: role.name,
      policyNames: [policy.name],
    });
    expect(allowed(stackOf([role, policy, exclusive]), "s3:GetObject")).toBe(false);
    expect(allowed(stackOf([role, policy, exclusive], "preview"), "s3:GetObject")).toBe(false);
  });

  test("that AWS manages are all readable", () => {
    expect(Date.parse(managed.date)).not.toBeNaN();
    expect(managed.source).toBeTruthy();
    const names = Object.keys(managed.policies);
    expect(names).toContain("service-role/AWSLambdaVPCAccessExecutionRole");
    for (const name of names) {
      const stack = stackOf([resource(ROLE, "own", { managedPolicyArns: [`arn:aws:iam::aws:policy/${name}`] })]);
      const found = stack.ofType(ROLE).flatMap((one) => policiesOf(stack, one).policies);
      for (const { statements: list } of found) {
        expect(
          known(list) && list.every(({ effect, actions }) => effect !== UNKNOWN && actions.patterns.length > 0),
        ).toBe(true);
      }
    }
  });
});
