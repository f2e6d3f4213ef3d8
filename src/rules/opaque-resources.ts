import { hasNativeView } from "../aws/native/views";
import type { Resource } from "../graph/resource";
import { grouped, type Stack } from "../graph/stack";
import { known } from "../graph/value";
import { mappingIn } from "../source/mapping";

// Packages for AWS whose types no rule knows.
const UNKNOWN_PACKAGE = /^(aws-native|awscc|aws-apigateway|cdk):/;
const CLOUD_CONTROL = "aws:cloudcontrol/resource:Resource";

/** The types whose resources are made of a template, in words. */
const TEMPLATES: Readonly<Record<string, string>> = {
  "aws:cloudformation/stack:Stack": "CloudFormation stack",
  "aws:cloudformation/stackSet:StackSet": "CloudFormation stack set",
  "aws:serverlessrepository/cloudFormationStack:CloudFormationStack":
    "application of the Serverless Application Repository",
  "aws:servicecatalog/provisionedProduct:ProvisionedProduct": "Service Catalog product",
};

/** One sentence for each package, template or API whose resources no rule looks into. */
export function opaqueResources(stack: Stack): string[] {
  const managed = stack.resources.filter(({ external, skipped }) => !external && !skipped);
  return [...ofPackages(managed), ...ofCloudControl(managed), ...managed.flatMap(ofTemplate)];
}

const plural = (count: number, noun: string): string => `${String(count)} ${noun}${count === 1 ? "" : "s"}`;
const were = (count: number): string => (count === 1 ? "was" : "were");

function ofPackages(resources: readonly Resource[]): string[] {
  const [inPart, opaque] = [true, false].map((isInPart) =>
    resources.filter(({ type }) => hasNativeView(type) === isInPart),
  );
  const packages = grouped(opaque ?? [], ({ type }) => UNKNOWN_PACKAGE.exec(type)?.slice(1) ?? []);
  return [
    ...ofNative(inPart ?? []),
    ...[...packages].map(
      ([name, { length }]) =>
        `${plural(length, "resource")} of the package "${name}" ${were(length)} not checked: the rules only know the ` +
        "types of @pulumi/aws.",
    ),
  ];
}

const ofNative = ({ length }: readonly Resource[]): string[] =>
  length === 0
    ? []
    : [
        `${plural(length, "resource")} of the package "aws-native" ${were(length)} checked in part: the rules about several ` +
          "resources together, about names and about tags do not see them.",
      ];

function ofCloudControl(resources: readonly Resource[]): string[] {
  const opaque = resources.filter(({ type }) => type === CLOUD_CONTROL);
  const types = opaque.map((resource) => {
    const type = resource.str("typeName");
    return known(type) ? type : "an unknown type";
  });
  return opaque.length === 0
    ? []
    : [`${plural(opaque.length, "resource")} of Cloud Control ${were(opaque.length)} not checked: ${tally(types)}.`];
}

function ofTemplate(resource: Resource): string[] {
  const kind = TEMPLATES[resource.type];
  if (kind === undefined) {
    return [];
  }
  const types = typesIn(resource);
  if (types === undefined) {
    return [`What the ${kind} "${resource.name}" creates was not checked: its template is not known here.`];
  }
  return types.length === 0
    ? []
    : [
        `${plural(types.length, "resource")} in the template of the ${kind} "${resource.name}" ${were(types.length)} not ` +
          `checked: ${tally(types)}.`,
      ];
}

/** The types of the resources in a template, which is JSON or YAML; absent where it is not known or cannot be read. */
function typesIn(resource: Resource): string[] | undefined {
  const body = resource.str("templateBody");
  const declared = known(body) ? mappingIn(body)?.["Resources"] : undefined;
  if (typeof declared !== "object" || declared === null) {
    return undefined;
  }
  return Object.values(declared).map((one: unknown) => {
    const type = typeof one === "object" && one !== null ? (one as { Type?: unknown }).Type : undefined;
    return typeof type === "string" ? type : "an unknown type";
  });
}

const MOST_TYPES = 8;

/** `AWS::S3::Bucket, AWS::SQS::Queue (2)`. */
function tally(types: readonly string[]): string {
  const counts = [...grouped(types, (type) => [type])]
    .map(([type, { length }]) => (length === 1 ? type : `${type} (${String(length)})`))
    .sort();
  const left = counts.length - MOST_TYPES;
  return counts.slice(0, MOST_TYPES).join(", ") + (left > 0 ? ` and ${String(left)} more` : "");
}
