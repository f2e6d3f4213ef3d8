import { remediate, type Remediated } from "../policies/remediate";
import type { Rule } from "../policies/rule";
import type { Circumstances } from "../policies/run";
import type { RecordedResource, RecordedStack } from "../stack/recorded";
import type { Provider } from "../stack/resource";
import { urnOfProvider } from "../stack/urn";
import { decode } from "../stack/value";

interface Options {
  whenNew: boolean;
  ignoreChanges?: readonly string[];
}

/** What a rule's remediation makes of one resource of a stack. */
export function remediateOne(
  rule: Rule,
  { resources }: RecordedStack,
  { urn, type, name, inputs, provider }: RecordedResource,
  circumstances: Circumstances,
  { whenNew, ignoreChanges = [] }: Options,
): Remediated {
  const from = resources.find((one) => one.urn === urnOfProvider(provider ?? ""));
  const made: Provider | undefined = from && { ...from, inputs: decode(structuredClone(from.inputs)) };
  const resource = { urn, type, name, inputs, ignoreChanges, ...(made && { provider: made }) };
  return remediate(rule, resource, circumstances, whenNew);
}

/** A stack after a rule's remediation of each of its resources, in the form in which the engine goes on with it. */
export function remediated(
  rule: Rule,
  recorded: RecordedStack,
  circumstances: Circumstances,
  options: Options,
): RecordedStack {
  const resources = recorded.resources.map((resource) => {
    const { inputs, fault } = resource.external ? {} : remediateOne(rule, recorded, resource, circumstances, options);
    if (fault !== undefined) {
      throw new Error(`the remediation failed inside: ${fault}`);
    }
    return inputs ? { ...resource, inputs, outputs: { ...resource.outputs, ...inputs } } : resource;
  });
  return { ...recorded, resources };
}
