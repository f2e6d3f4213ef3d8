import { RESOURCE_POLICIES } from "../../src/aws/identity/resource-policies";
import { IAM_POLICY, IAM_ROLE, IAM_ROLE_POLICY } from "../../src/aws/type-tokens";
import type { Resource } from "../../src/graph/resource";
import { known } from "../../src/graph/value";
import type { View } from "../../src/graph/view";

/**
 * What an IAM document is for, which decides the elements that its statements need: the permissions of an identity, the
 * trust policy of a role, the policy of a resource or a bucket. `other` has rules of its own.
 */
export type DocumentKind = "identity" | "trust" | "resource" | "bucket" | "other";

/** A property that holds an IAM document. */
export interface IamDocument {
  view: View;
  kind: DocumentKind;
}

type Holder = readonly [property: string, kind: DocumentKind];

const IDENTITY: Readonly<Record<string, string>> = {
  [IAM_POLICY]: "policy",
  [IAM_ROLE_POLICY]: "policy",
  "aws:eks/podIdentityAssociation:PodIdentityAssociation": "policy",
  "aws:iam/groupPolicy:GroupPolicy": "policy",
  "aws:iam/userPolicy:UserPolicy": "policy",
  "aws:rolesanywhere/profile:Profile": "sessionPolicy",
  "aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy": "inlinePolicy",
  "aws:transfer/access:Access": "policy",
  "aws:transfer/user:User": "policy",
};

const RESOURCE: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...RESOURCE_POLICIES].map(([type, { property }]) => [type, property])),
  "aws:apigateway/restApi:RestApi": "policy",
  "aws:apigateway/restApiPolicy:RestApiPolicy": "policy",
  "aws:ecrpublic/repositoryPolicy:RepositoryPolicy": "policy",
  "aws:elasticsearch/domain:Domain": "accessPolicies",
  "aws:elasticsearch/domainPolicy:DomainPolicy": "accessPolicies",
  "aws:opensearch/domain:Domain": "accessPolicies",
  "aws:opensearch/domainPolicy:DomainPolicy": "accessPolicies",
  "aws:vpclattice/authPolicy:AuthPolicy": "policy",
};

const BUCKET: Readonly<Record<string, string>> = {
  "aws:s3/bucket:Bucket": "policy",
  "aws:s3/bucketPolicy:BucketPolicy": "policy",
};

const OTHER: Readonly<Record<string, string>> = {
  "aws:ec2/vpcEndpoint:VpcEndpoint": "policy",
  "aws:ec2/vpcEndpointPolicy:VpcEndpointPolicy": "policy",
};

const HOLDERS: ReadonlyMap<string, Holder> = new Map(
  (
    [
      [IDENTITY, "identity"],
      [RESOURCE, "resource"],
      [BUCKET, "bucket"],
      [OTHER, "other"],
    ] as const
  ).flatMap(([types, kind]) => Object.entries(types).map(([type, property]) => [type, [property, kind]] as const)),
);

/** The types that hold IAM documents. */
export const DOCUMENT_TYPES: readonly string[] = [IAM_ROLE, ...HOLDERS.keys()];

/** The IAM documents that a resource holds, without empty strings and the `{}` that removes a secret's policy. */
export function documentsOf(owner: Resource): IamDocument[] {
  if (owner.type === IAM_ROLE) {
    const blocks = owner.list("inlinePolicies") ?? [];
    const inline = known(blocks) ? blocks.map((block) => block.at("policy")) : [owner.at("inlinePolicies")];
    return [
      { view: owner.at("assumeRolePolicy"), kind: "trust" as const },
      ...inline.map((view) => ({ view, kind: "identity" as const })),
    ].filter(isDocument);
  }
  const [property, kind] = HOLDERS.get(owner.type) ?? [];
  return property !== undefined && kind !== undefined
    ? [{ view: owner.at(...property.split(".")), kind }].filter(isDocument)
    : [];
}

function isDocument({ view, kind }: IamDocument): boolean {
  return !view.isAbsent && view.value !== "" && !(kind === "resource" && view.value === "{}");
}
