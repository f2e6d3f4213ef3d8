import type { RecordedResource, RecordedStack } from "../../src/graph/recorded";

/** A resource as the engine writes it, with its place in the program, and with what the provider adds to its inputs. */
function written({ source, imported = false, ...resource }: RecordedResource): object {
  const place = source && `project:///${source.file}#${String(source.line)},${String(source.column ?? 1)}`;
  const isOfProvider = resource.custom && resource.type.startsWith("aws:");
  return {
    ...resource,
    ...(isOfProvider && { inputs: { __defaults: [], ...resource.inputs } }),
    ...(place !== undefined && { sourcePosition: place }),
    ...(imported && { importID: resource.outputs["id"] }),
  };
}

/** What `pulumi stack export --show-secrets` writes of a deployed stack. */
export function exportedState({ resources }: RecordedStack): object {
  return {
    version: 3,
    deployment: {
      manifest: { time: "2026-11-22T00:00:00Z", magic: "", version: "v3.248.0" },
      resources: resources.map((resource) => ({ ...written(resource), id: resource.outputs["id"] })),
    },
  };
}

/** What `pulumi preview --json` prints of a stack that is not there yet: without default providers and outputs. */
export function previewOutput({ config, resources }: RecordedStack): object {
  const shown = resources.filter(
    ({ type, name }) => !(type.startsWith("pulumi:providers:") && name.startsWith("default")),
  );
  return {
    config,
    steps: shown.map((resource) => ({
      op: resource.external ? "read" : "create",
      urn: resource.urn,
      newState: { ...written(resource), outputs: undefined },
    })),
    changeSummary: { create: shown.length },
  };
}

/** What `pulumi preview --json --show-sames` prints of a stack in which nothing changes. */
export function previewOfNoChange({ config, resources }: RecordedStack): object {
  return {
    config,
    steps: resources.map((resource) => ({ op: "same", urn: resource.urn, newState: written(resource) })),
    changeSummary: { same: resources.length },
  };
}
