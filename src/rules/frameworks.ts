import { FRAMEWORKS, frameworkTable, type Framework, type FrameworkControl } from "../aws/frameworks";

/** A requirement of a published framework that a rule serves. */
export interface Control {
  /** With its version; an organization's own rules cite what they like. */
  framework: Framework | (string & Record<never, never>);
  /** As the framework writes it: `RDS.3`, `2.2.1`, `8.6.3`. */
  reference: string;
}

/** The controls of AWS FSBP that decide a control: itself, or those that it is mapped to. */
export function decidersOf(control: FrameworkControl): readonly FrameworkControl[] {
  const { controls } = frameworkTable("AWS FSBP");
  const mapped = (control.controls ?? []).flatMap((reference) => controls[reference] ?? []);
  return control.controls === undefined ? [control] : [...(control.rules === undefined ? [] : [control]), ...mapped];
}

/** The ids of the rules that check a control, each once. */
export const rulesFor = (control: FrameworkControl): readonly string[] => [
  ...new Set(decidersOf(control).flatMap(({ rules = [] }) => rules)),
];

let byRule: Map<string, Control[]> | undefined;

function index(): Map<string, Control[]> {
  const found = new Map<string, Control[]>();
  for (const framework of FRAMEWORKS) {
    for (const [reference, control] of Object.entries(frameworkTable(framework).controls)) {
      for (const id of rulesFor(control)) {
        found.set(id, [...(found.get(id) ?? []), { framework, reference }]);
      }
    }
  }
  return found;
}

/** What a rule cites itself, and the controls that the tables have of it, each once. */
export function allControls(id: string, own: readonly Control[] = []): readonly Control[] {
  byRule ??= index();
  const listed = byRule.get(id) ?? [];
  const isCited = ({ framework, reference }: Control): boolean =>
    own.some((one) => one.framework === framework && one.reference === reference);
  return [...own, ...listed.filter((control) => !isCited(control))];
}

/** The types of the resources that a rule is about, as far as its data names them. */
export function typesOf({
  resource,
  requirements = [],
}: {
  resource?: { types?: readonly string[] };
  requirements?: readonly { types: readonly string[] }[];
}): readonly string[] {
  return [...(resource?.types ?? []), ...requirements.flatMap(({ types }) => types)];
}
