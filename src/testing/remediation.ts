import { remediate, type Remediated } from "../rules/remediate";
import type { Rule } from "../rules/rule";
import type { RunContext } from "../rules/run";
import type { RecordedResource, RecordedStack } from "../graph/recorded";
import type { Provider } from "../graph/resource";
import { urnOfProvider } from "../graph/urn";
import { decode } from "../graph/value";

interface Options {
  whenNew: boolean;
  ignoreChanges?: readonly string[];
}

/** The outcome of a rule's remediation for one resource of a stack. */
export function remediateOne(
  rule: Rule,
  { resources }: RecordedStack,
  { urn, type, name, inputs, provider }: RecordedResource,
  runContext: RunContext,
  { whenNew, ignoreChanges = [] }: Options,
): Remediated {
  const from = resources.find((one) => one.urn === urnOfProvider(provider ?? ""));
  const fromRecord: Provider | undefined = from && { ...from, inputs: decode(structuredClone(from.inputs)) };
  const resource = { urn, type, name, inputs, ignoreChanges, ...(fromRecord && { provider: fromRecord }) };
  return remediate(rule, resource, runContext, whenNew);
}

/** A stack after a rule's remediation of each of its resources, as the engine continues with it. */
export function remediated(
  rule: Rule,
  recorded: RecordedStack,
  runContext: RunContext,
  options: Options,
): RecordedStack {
  const resources = recorded.resources.map((resource) => {
    const { inputs, crash } = resource.external ? {} : remediateOne(rule, recorded, resource, runContext, options);
    if (crash !== undefined) {
      throw new Error(`the remediation crashed: ${crash}`);
    }
    return inputs ? { ...resource, inputs, outputs: { ...resource.outputs, ...inputs } } : resource;
  });
  return { ...recorded, resources };
}
