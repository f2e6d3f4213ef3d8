import { stackComponents } from "./project-suffix-required.components";
import { defineRule } from "../../src/rules/rule";

export default defineRule({
  id: "project-suffix-required",
  category: "project",
  description: "The stack's arguments must require the environment suffix",
  severity: "medium",
  level: "only-if-required",
  contractKeys: ["project.suffixRequired"],
  failures: ["P19"],
  why:
    "Where the suffix is optional, it is left out one day, and two environments claim the same names. A type that " +
    "requires it turns that into an error before anything runs.",
  fix: {
    typescript: `export interface TapStackProps {
  environmentSuffix: string;
}`,
    python: `class TapStackArgs:
    def __init__(self, environment_suffix: str, tags: dict | None = None):
        self.environment_suffix = environment_suffix`,
  },
  limits:
    "Programs without a component for the whole stack, and arguments whose type comes from a package or from a helper " +
    "such as Omit.",
  root({ project: { files }, report }) {
    for (const { component, given } of files ? stackComponents(files) : []) {
      const suffixes = given.members.filter(({ name }) => /suffix$/i.test(name));
      const [first] = suffixes;
      if (suffixes.some(({ required }) => required) || !given.complete) {
        continue;
      }
      const { name, source, node } = component;
      const member = source.language === "python" ? "environment_suffix: str" : "environmentSuffix: string";
      report({
        message: first
          ? `${first.source.locationOf(first.node)} makes "${first.name}" optional, so ${name} can be created without a suffix. ` +
            "Require it, without a default."
          : `${source.locationOf(node)} declares ${name}, whose arguments have no environment suffix. Add "${member}" to their type.`,
      });
    }
  },
});
