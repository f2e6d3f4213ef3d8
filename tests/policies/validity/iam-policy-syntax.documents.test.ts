import { documentsOf, DOCUMENT_TYPES } from "../../../policies/validity/iam-policy-syntax.documents";
import { Stack } from "../../../src/graph/stack";
import { isType } from "../../../src/testing/aws-schema";
import { build, resource, unknown } from "../../../src/testing/stack";

const kindsIn = (type: string, inputs: Parameters<typeof resource>[2]): string[] =>
  Stack.from(build([resource(type, "it", inputs)], "preview")).resources.flatMap((one) =>
    documentsOf(one).map(({ view, kind }) => `${view.path} ${kind}`),
  );

describe("documentsOf", () => {
  it("names types that @pulumi/aws has", () => {
    expect(DOCUMENT_TYPES.filter((type) => !isType(type))).toEqual([]);
  });

  it("finds a role's documents", () => {
    expect(
      kindsIn("aws:iam/role:Role", { assumeRolePolicy: unknown, inlinePolicies: [{}, { name: "a", policy: "{" }] }),
    ).toEqual(["assumeRolePolicy trust", "inlinePolicies[1].policy identity"]);
    expect(kindsIn("aws:iam/role:Role", { assumeRolePolicy: "{}", inlinePolicies: unknown })).toEqual([
      "assumeRolePolicy trust",
      "inlinePolicies identity",
    ]);
  });

  it("finds those of other resources, and none where there is none", () => {
    expect(kindsIn("aws:s3/bucketPolicy:BucketPolicy", { policy: "{}" })).toEqual(["policy bucket"]);
    expect(kindsIn("aws:secretsmanager/secret:Secret", { policy: "{}" })).toEqual([]);
    expect(kindsIn("aws:sqs/queue:Queue", {})).toEqual([]);
    expect(kindsIn("aws:sns/topicSubscription:TopicSubscription", { filterPolicy: "{}" })).toEqual([]);
  });
});
