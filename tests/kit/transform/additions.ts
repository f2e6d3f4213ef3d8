import type { RecordedResource, RecordedStack, Wire } from "../../../src/graph/recorded";
import { STACK_TYPE } from "../../../src/graph/stack";
import { takesTags } from "../../../src/aws/tags";

/** Resources that no rule relates to others, of types that no contract requires. */
const UNRELATED: readonly { type: string; name: string; inputs: Record<string, Wire> }[] = [
  { type: "random:index/randomPet:RandomPet", name: "unrelated-pet", inputs: { length: 2 } },
  { type: "kubernetes:core/v1:ConfigMap", name: "unrelated-map", inputs: { data: { key: "value" } } },
  { type: "app:index:Empty", name: "unrelated-component", inputs: {} },
  { type: "aws:quantum/computer:Computer", name: "unrelated-of-tomorrow", inputs: { name: "unrelated", qubits: 4 } },
  { type: "aws:athena/workgroup:Workgroup", name: "unrelated-queries", inputs: { name: "unrelated" } },
  { type: "aws:glue/catalogDatabase:CatalogDatabase", name: "unrelated-catalog", inputs: { name: "unrelated" } },
  { type: "aws:location/placeIndex:PlaceIndex", name: "unrelated-places", inputs: { dataSource: "Esri" } },
  { type: "aws:ses/emailIdentity:EmailIdentity", name: "unrelated-mail", inputs: { email: "unrelated@kestrel.dev" } },
  {
    type: "aws:sqs/queue:Queue",
    name: "unrelated-queue",
    inputs: { name: "unrelated-queue", sqsManagedSseEnabled: true },
  },
  { type: "aws:ec2/placementGroup:PlacementGroup", name: "unrelated-group", inputs: { strategy: "spread" } },
];

/** A stack with resources beside it that have nothing to do with it, and their URNs. */
export function withUnrelated(recorded: RecordedStack): { recorded: RecordedStack; unrelated: ReadonlySet<string> } {
  const root = recorded.resources.find(({ type }) => type === STACK_TYPE);
  const provider = recorded.resources.find((one) => one.type.startsWith("aws:"))?.provider;
  const unrelated = UNRELATED.map(({ type, name, inputs }): RecordedResource => ({
    urn: `urn:pulumi:${recorded.stack}::${recorded.project}::${type}::${name}`,
    type,
    name,
    custom: type.includes("/"),
    inputs,
    outputs: inputs,
    dependencies: [],
    propertyDependencies: {},
    ...(root && { parent: root.urn }),
    ...(type.startsWith("aws:") && provider !== undefined && { provider }),
  }));
  const urns = new Set(unrelated.map(({ urn }) => urn));
  return { recorded: { ...recorded, resources: [...recorded.resources, ...unrelated] }, unrelated: urns };
}

const isMap = (value: Wire | undefined): value is Record<string, Wire> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The same stack with one more tag on everything that takes tags. */
export function withTag(recorded: RecordedStack, key: string, value: string): RecordedStack {
  const resources = recorded.resources.map((resource) => {
    const { tags = {} } = resource.inputs;
    const isTaggable = takesTags(resource.type) && resource.external !== true && isMap(tags);
    if (!isTaggable) {
      return resource;
    }
    const more = { tags: { ...tags, [key]: value } };
    return { ...resource, inputs: { ...resource.inputs, ...more }, outputs: { ...resource.outputs, ...more } };
  });
  return { ...recorded, resources };
}
