import type { RecordedResource, RecordedStack, Wire } from "../../stack/recorded";

function written({ name: _name, source, ...resource }: RecordedResource): object {
  return {
    ...resource,
    ...(source && { sourcePosition: `project:///${source.file}#${String(source.line)},${String(source.column ?? 1)}` }),
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
  const shown = resources.filter(({ type, name }) => !(type.startsWith("pulumi:providers:") && /^default/.test(name)));
  return {
    config,
    steps: shown.map((resource) => {
      const { outputs: _outputs, ...newState } = written(resource) as { outputs: Wire };
      return { op: resource.external ? "read" : "create", urn: resource.urn, newState };
    }),
    changeSummary: { create: shown.length },
  };
}
