import type { RecordedStack } from "../../src/graph/recorded";
import { readPreview } from "../../src/input/preview";
import { readState } from "../../src/input/state";
import { differences, findingsOf, findingsOn, NONE, type Findings } from "../kit/findings";
import { describePrograms, recording } from "../kit/programs";
import { withHiddenCredentials } from "../kit/transform/secrets";
import { exportedState, previewOfNoChange, previewOutput } from "../kit/written";

/** Rules on the stack's outputs, which the output of a preview does not have. */
const ON_OUTPUTS = new Set(["required-outputs", "output-value", "output-as-text"]);

/** Rules that are silent where the stack may export the resource, so that another one completes it. */
const UNLESS_EXPORTED = new Set([
  "api-gateway-stage",
  "load-balancer-listener",
  "sqs-queue-consumer",
  "target-group-targets",
]);

/** Rules on the value of a credential, which an exported state hides by default. */
const ON_CREDENTIALS = new Set([
  "credentials-hardcoded",
  "database-credentials-managed",
  "ecs-secret-json-key",
  "elasticache-auth-token",
  "output-as-text",
  "secret-host-without-port",
  "secret-rotation",
]);

/** What Pulumi would write, read again. */
const written = (document: object): object => JSON.parse(JSON.stringify(document)) as object;

const stackUrn = ({ project, stack }: RecordedStack): string =>
  `urn:pulumi:${stack}::${project}::pulumi:pulumi:Stack::${project}-${stack}`;

function withoutOutputs({ found, undecided }: Findings, recorded: RecordedStack): Findings {
  const isKept = ({ rule, urn }: { rule: string; urn?: string | undefined }): boolean =>
    !UNLESS_EXPORTED.has(rule) && !(ON_OUTPUTS.has(rule) && urn === stackUrn(recorded));
  return { found: found.filter(isKept), undecided: undecided.filter(isKept) };
}

describePrograms((program) => {
  it("has the same findings, to the letter, in its exported state", async () => {
    const recorded = await recording(program, "up");
    const graph = readState(written(exportedState(recorded)), "state.json");
    const found = findingsOn({ ...graph, config: recorded.config }, program);
    expect(differences(findingsOf(program, recorded), found)).toEqual(NONE);
  });

  it("has the same in an exported state that hides its secrets, but for the text of credentials", async () => {
    const recorded = await recording(program, "up");
    const graph = readState(written(exportedState(withHiddenCredentials(recorded))), "state.json");
    const { lost, gained } = differences(
      { ...findingsOf(program, recorded), undecided: [] },
      { ...findingsOn({ ...graph, config: recorded.config }, program), undecided: [] },
    );
    expect(gained).toEqual([]);
    expect(lost.filter((line) => !ON_CREDENTIALS.has(line.split(" ")[1] ?? ""))).toEqual([]);
  });

  it("has the same findings, to the letter, in the output of its first preview, but for those on outputs", async () => {
    const recorded = await recording(program, "preview");
    const graph = readPreview(written(previewOutput(recorded)), "preview.json");
    const found = findingsOn({ ...graph, config: recorded.config }, program);
    const before = withoutOutputs(findingsOf(program, recorded), recorded);
    expect(differences(before, withoutOutputs(found, recorded))).toEqual(NONE);
  });

  it("has the same findings, to the letter, in the output of a preview in which nothing changes", async () => {
    const recorded = await recording(program, "up");
    const graph = readPreview(written(previewOfNoChange(recorded)), "preview.json");
    const found = findingsOn({ ...graph, config: recorded.config }, program);
    expect(differences(findingsOf(program, recorded), found)).toEqual(NONE);
  });
});
