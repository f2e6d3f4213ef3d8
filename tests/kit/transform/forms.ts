import type { RecordedResource, Wire } from "../../../src/graph/recorded";

type Inputs = Record<string, Wire>;

/** A resource for a part of what another one can have inside itself. */
export interface Part {
  type: string;
  /** Without the property that names the owner. */
  inputs: Inputs;
}

/** Two ways to say the same: inside the owner, or in resources of their own. */
export interface Form {
  name: string;
  owner: string;
  /** The owner's properties that hold parts. */
  properties: readonly string[];
  /** The types of the parts. */
  parts: readonly string[];
  /** The property of a part that names its owner, and the owner's property that it holds. */
  link: { property: string; output: "id" | "name" };
  /** The parts of what one of the properties holds; undefined where it cannot be separate (unknown, another shape). */
  split: (property: string, value: Wire, owner: RecordedResource) => Part[] | undefined;
  /** The property to which a part belongs, with what the property holds once the part is in it. */
  merge: (part: RecordedResource, owner: Inputs) => { property: string; value: Wire } | undefined;
}

const isObject = (value: Wire | undefined): value is Inputs =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const without = (inputs: Inputs, ...keys: string[]): Inputs =>
  Object.fromEntries(Object.entries(inputs).filter(([key]) => !keys.includes(key)));

const listOf = (value: Wire | undefined): Wire[] => (Array.isArray(value) ? value : []);

/** The objects of a list; undefined where it is no list of objects. */
function objectsOf(value: Wire): Inputs[] | undefined {
  return Array.isArray(value) && value.every(isObject) ? value : undefined;
}

const given = (inputs: Record<string, Wire | undefined>): Inputs =>
  Object.fromEntries(Object.entries(inputs).filter(([, value]) => value !== undefined)) as Inputs;

const SECURITY_GROUP = "aws:ec2/securityGroup:SecurityGroup";
const CLASSIC_RULE = "aws:ec2/securityGroupRule:SecurityGroupRule";
const VPC_TYPES: Readonly<Record<string, string>> = {
  ingress: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
  egress: "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
};

/** `aws.ec2.SecurityGroupRule` takes any number of blocks, but one security group. */
export const CLASSIC_RULES: Form = {
  name: "aws.ec2.SecurityGroupRule",
  owner: SECURITY_GROUP,
  properties: ["ingress", "egress"],
  parts: [CLASSIC_RULE],
  link: { property: "securityGroupId", output: "id" },
  split: (property, value) =>
    objectsOf(value)?.flatMap((rule): Part[] => {
      const { cidrBlocks, ipv6CidrBlocks, prefixListIds, securityGroups, self, ...rest } = rule;
      const part = (source: Record<string, Wire | undefined>): Part => ({
        type: CLASSIC_RULE,
        inputs: given({ ...rest, type: property, ...source }),
      });
      return [
        ...([cidrBlocks, ipv6CidrBlocks, prefixListIds].some((source) => source !== undefined)
          ? [part({ cidrBlocks, ipv6CidrBlocks, prefixListIds })]
          : []),
        ...listOf(securityGroups).map((sourceSecurityGroupId) => part({ sourceSecurityGroupId })),
        ...(self === true ? [part({ self })] : []),
      ];
    }),
  merge: ({ inputs }, owner) => {
    const { type, sourceSecurityGroupId } = inputs;
    return type === "ingress" || type === "egress"
      ? {
          property: type,
          value: [
            ...listOf(owner[type]),
            given({
              ...without(inputs, "type", "securityGroupId", "sourceSecurityGroupId"),
              securityGroups: sourceSecurityGroupId === undefined ? undefined : [sourceSecurityGroupId],
            }),
          ],
        }
      : undefined;
  },
};

/** `aws.vpc.SecurityGroupIngressRule` and its twin take one source each, and tags. */
export const VPC_RULES: Form = {
  name: "aws.vpc.SecurityGroupIngressRule and EgressRule",
  owner: SECURITY_GROUP,
  properties: ["ingress", "egress"],
  parts: Object.values(VPC_TYPES),
  link: { property: "securityGroupId", output: "id" },
  split: (property, value, { inputs: { tags } }) =>
    objectsOf(value)?.flatMap((rule): Part[] => {
      const { protocol, fromPort, toPort, description } = rule;
      const ports = protocol === "-1" ? {} : { fromPort, toPort };
      const part = (source: Record<string, Wire | undefined>): Part => ({
        type: VPC_TYPES[property] ?? "",
        inputs: given({ ipProtocol: protocol, ...ports, description, tags, ...source }),
      });
      return [
        ...listOf(rule["cidrBlocks"]).map((cidrIpv4) => part({ cidrIpv4 })),
        ...listOf(rule["ipv6CidrBlocks"]).map((cidrIpv6) => part({ cidrIpv6 })),
        ...listOf(rule["prefixListIds"]).map((prefixListId) => part({ prefixListId })),
        ...listOf(rule["securityGroups"]).map((referencedSecurityGroupId) => part({ referencedSecurityGroupId })),
      ];
    }),
  merge: ({ type, inputs }, owner) => {
    const property = type === VPC_TYPES["ingress"] ? "ingress" : "egress";
    const { ipProtocol, fromPort, toPort, description, cidrIpv4, cidrIpv6, prefixListId, referencedSecurityGroupId } =
      inputs;
    const one = (value: Wire | undefined): Wire[] | undefined => (value === undefined ? undefined : [value]);
    const rule = given({
      protocol: ipProtocol,
      fromPort: fromPort ?? 0,
      toPort: toPort ?? 0,
      description,
      cidrBlocks: one(cidrIpv4),
      ipv6CidrBlocks: one(cidrIpv6),
      prefixListIds: one(prefixListId),
      securityGroups: one(referencedSecurityGroupId),
    });
    return { property, value: [...listOf(owner[property]), rule] };
  },
};

const DESTINATIONS: Readonly<Record<string, string>> = {
  cidrBlock: "destinationCidrBlock",
  ipv6CidrBlock: "destinationIpv6CidrBlock",
  destinationPrefixListId: "destinationPrefixListId",
};

const inlineKey = (key: string): string =>
  Object.entries(DESTINATIONS).find(([, destination]) => destination === key)?.[0] ?? key;

const routes: Form = {
  name: "aws.ec2.Route",
  owner: "aws:ec2/routeTable:RouteTable",
  properties: ["routes"],
  parts: ["aws:ec2/route:Route"],
  link: { property: "routeTableId", output: "id" },
  split: (_property, value) =>
    objectsOf(value)?.map((route) => ({
      type: "aws:ec2/route:Route",
      inputs: Object.fromEntries(Object.entries(route).map(([key, item]) => [DESTINATIONS[key] ?? key, item])),
    })),
  merge: ({ inputs }, owner) => ({
    property: "routes",
    value: [
      ...listOf(owner["routes"]),
      Object.fromEntries(Object.entries(without(inputs, "routeTableId")).map(([key, item]) => [inlineKey(key), item])),
    ],
  }),
};

const ROLE = "aws:iam/role:Role";

const rolePolicies: Form = {
  name: "aws.iam.RolePolicy",
  owner: ROLE,
  properties: ["inlinePolicies"],
  parts: ["aws:iam/rolePolicy:RolePolicy"],
  link: { property: "role", output: "name" },
  split: (_property, value) => objectsOf(value)?.map((inputs) => ({ type: "aws:iam/rolePolicy:RolePolicy", inputs })),
  merge: ({ name, inputs }, owner) => ({
    property: "inlinePolicies",
    // Inside a role each has a name, which a resource of its own gets from the provider.
    value: [...listOf(owner["inlinePolicies"]), { name, ...without(inputs, "role") }],
  }),
};

const rolePolicyAttachments: Form = {
  name: "aws.iam.RolePolicyAttachment",
  owner: ROLE,
  properties: ["managedPolicyArns"],
  parts: ["aws:iam/rolePolicyAttachment:RolePolicyAttachment"],
  link: { property: "role", output: "name" },
  split: (_property, value) =>
    Array.isArray(value)
      ? value.map((policyArn) => ({ type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment", inputs: { policyArn } }))
      : undefined,
  merge: ({ inputs: { policyArn } }, owner) => ({
    property: "managedPolicyArns",
    value: [...listOf(owner["managedPolicyArns"]), policyArn ?? null],
  }),
};

const BUCKET = "aws:s3/bucket:Bucket";
const bucketLink = { property: "bucket", output: "id" } as const;

const bucketVersioning: Form = {
  name: "aws.s3.BucketVersioning",
  owner: BUCKET,
  properties: ["versioning"],
  parts: ["aws:s3/bucketVersioning:BucketVersioning"],
  link: bucketLink,
  split: (_property, value) =>
    isObject(value) && typeof value["enabled"] === "boolean"
      ? [
          {
            type: "aws:s3/bucketVersioning:BucketVersioning",
            inputs: {
              versioningConfiguration: given({
                status: value["enabled"] ? "Enabled" : "Suspended",
                mfaDelete: value["mfaDelete"] === true ? "Enabled" : undefined,
              }),
            },
          },
        ]
      : undefined,
  merge: ({ inputs: { versioningConfiguration } }) =>
    isObject(versioningConfiguration)
      ? {
          property: "versioning",
          value: given({
            enabled: versioningConfiguration["status"] === "Enabled",
            mfaDelete: versioningConfiguration["mfaDelete"] === "Enabled" ? true : undefined,
          }),
        }
      : undefined,
};

/** The rule of an encryption is an object inside a bucket, and a list outside. */
const bucketEncryption: Form = {
  name: "aws.s3.BucketServerSideEncryptionConfiguration",
  owner: BUCKET,
  properties: ["serverSideEncryptionConfiguration"],
  parts: ["aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration"],
  link: bucketLink,
  split: (_property, value) =>
    isObject(value) && isObject(value["rule"])
      ? [
          {
            type: "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
            inputs: { rules: [value["rule"]] },
          },
        ]
      : undefined,
  merge: ({ inputs: { rules } }) => {
    const [rule, ...others] = listOf(rules);
    return rule !== undefined && others.length === 0
      ? { property: "serverSideEncryptionConfiguration", value: { rule } }
      : undefined;
  },
};

const LIFECYCLE = "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration";

/** Only rules for all objects, on what both forms have in the same words but for these. */
const bucketLifecycle: Form = {
  name: "aws.s3.BucketLifecycleConfiguration",
  owner: BUCKET,
  properties: ["lifecycleRules"],
  parts: [LIFECYCLE],
  link: bucketLink,
  split: (_property, value) => {
    const rules = objectsOf(value)?.map(
      ({ enabled, abortIncompleteMultipartUploadDays, noncurrentVersionExpiration, expiration, id }) =>
        given({
          id,
          status: enabled === true ? "Enabled" : "Disabled",
          filter: {},
          expiration,
          abortIncompleteMultipartUpload:
            abortIncompleteMultipartUploadDays === undefined
              ? undefined
              : { daysAfterInitiation: abortIncompleteMultipartUploadDays },
          noncurrentVersionExpiration: isObject(noncurrentVersionExpiration)
            ? given({ noncurrentDays: noncurrentVersionExpiration["days"] })
            : undefined,
        }),
    );
    return rules && [{ type: LIFECYCLE, inputs: { rules } }];
  },
  merge: ({ inputs: { rules } }) => {
    const value = objectsOf(rules ?? null)?.map(
      ({ id, status, expiration, abortIncompleteMultipartUpload, noncurrentVersionExpiration }) =>
        given({
          id,
          enabled: status === "Enabled",
          expiration,
          abortIncompleteMultipartUploadDays: isObject(abortIncompleteMultipartUpload)
            ? abortIncompleteMultipartUpload["daysAfterInitiation"]
            : undefined,
          noncurrentVersionExpiration: isObject(noncurrentVersionExpiration)
            ? given({ days: noncurrentVersionExpiration["noncurrentDays"] })
            : undefined,
        }),
    );
    return value && { property: "lifecycleRules", value };
  },
};

/** Each pair of forms for the same. */
export const FORMS: readonly Form[] = [
  CLASSIC_RULES,
  VPC_RULES,
  routes,
  rolePolicies,
  rolePolicyAttachments,
  bucketVersioning,
  bucketEncryption,
  bucketLifecycle,
];
