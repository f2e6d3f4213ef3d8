import { stackComponents } from "../../project/components";
import { defineRule } from "../rule";

export default defineRule({
  id: "project-suffix-required",
  category: "project",
  description: "The stack's arguments require the environment suffix",
  severity: "medium",
  level: "contract",
  contractKeys: ["project.suffixRequired"],
  failures: ["P19"],
  why:
    "Where the suffix may be left out, somebody leaves it out, and two environments claim the same names. A type that " +
    "requires it turns that into an error before anything runs.",
  fix: {
    typescript: "export interface TapStackProps {\n  environmentSuffix: string;\n}",
    python:
      "class TapStackArgs:\n    def __init__(self, environment_suffix: str, tags: dict | None = None):\n        self.environment_suffix = environment_suffix",
  },
  limits:
    "Programs without a component that stands for the stack, and arguments whose type comes from a package or from a " +
    "helper such as Omit.",
  root({ project: { files }, report }) {
    for (const { component, given } of files ? stackComponents(files) : []) {
      const suffixes = given.members.filter(({ name }) => /suffix$/i.test(name));
      const [first] = suffixes;
      if (suffixes.some(({ required }) => required) || !given.complete) {
        continue;
      }
      const { name, source, node } = component;
      const wanted = source.language === "python" ? "environment_suffix: str" : "environmentSuffix: string";
      report({
        message: first
          ? `${first.source.placeOf(first.node)} lets ${first.name} be left out, so that ${name} can be made without a suffix; require it, without a default.`
          : `${source.placeOf(node)} declares ${name}, whose arguments have no environment suffix; add ${wanted} to their type.`,
      });
    }
  },
});
