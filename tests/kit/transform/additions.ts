import type { RecordedResource, RecordedStack, Wire } from "../../../stack/recorded";
import { STACK_TYPE } from "../../../stack/stack";
import { takesTags } from "../../../stack/tags";

/** Resources that no rule puts into relation with others, and of which none has a type that contracts ask for. */
const STRANGERS: readonly { type: string; name: string; inputs: Record<string, Wire> }[] = [
  { type: "random:index/randomPet:RandomPet", name: "stranger-pet", inputs: { length: 2 } },
  { type: "kubernetes:core/v1:ConfigMap", name: "stranger-map", inputs: { data: { key: "value" } } },
  { type: "app:index:Empty", name: "stranger-component", inputs: {} },
  { type: "aws:quantum/computer:Computer", name: "stranger-of-tomorrow", inputs: { name: "stranger", qubits: 4 } },
  { type: "aws:athena/workgroup:Workgroup", name: "stranger-queries", inputs: { name: "stranger" } },
  { type: "aws:glue/catalogDatabase:CatalogDatabase", name: "stranger-catalog", inputs: { name: "stranger" } },
  { type: "aws:location/placeIndex:PlaceIndex", name: "stranger-places", inputs: { dataSource: "Esri" } },
  { type: "aws:ses/emailIdentity:EmailIdentity", name: "stranger-mail", inputs: { email: "stranger@kestrel.dev" } },
  {
    type: "aws:sqs/queue:Queue",
    name: "stranger-queue",
    inputs: { name: "stranger-queue", sqsManagedSseEnabled: true },
  },
  { type: "aws:ec2/placementGroup:PlacementGroup", name: "stranger-group", inputs: { strategy: "spread" } },
];

/** A stack with resources beside it that have nothing to do with it, and their URNs. */
export function withStrangers(recorded: RecordedStack): { recorded: RecordedStack; strangers: ReadonlySet<string> } {
  const root = recorded.resources.find(({ type }) => type === STACK_TYPE);
  const provider = recorded.resources.find((one) => one.type.startsWith("aws:"))?.provider;
  const strangers = STRANGERS.map(({ type, name, inputs }): RecordedResource => ({
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
  const urns = new Set(strangers.map(({ urn }) => urn));
  return { recorded: { ...recorded, resources: [...recorded.resources, ...strangers] }, strangers: urns };
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
