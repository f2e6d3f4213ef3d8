// Leaves out of the mutation what is written for people: a mutant there shows no fault, and a test that kills it only
// repeats the text.
import { declareValuePlugin, PluginKind } from "@stryker-mutator/api/plugin";

/** What a rule says about itself: it decides nothing. */
const METADATA = new Set(["id", "category", "description", "why", "fix", "limits", "controls", "failures", "severity"]);

/** Methods that look for a text: what they are given is compared, not shown. */
const SEARCHES = new Set(["includes", "startsWith", "endsWith", "indexOf", "has", "get", "split", "test"]);

function isMetadata({ node, parentPath }) {
  const call = parentPath?.parent;
  return (
    node.type === "ObjectProperty" &&
    METADATA.has(node.key.name) &&
    call?.type === "CallExpression" &&
    call.callee.name === "defineRule"
  );
}

/** True for a text with words, or with a gap between what it joins; no property, type or value that a rule reads has one. */
function hasWords({ node }) {
  switch (node.type) {
    case "StringLiteral":
      return /\S | \S/.test(node.value);
    case "TemplateLiteral":
      return node.quasis.some(({ value }) => value.raw.includes(" "));
    default:
      return false;
  }
}

/** True where a text is compared with another one. */
function isCompared({ node, parent, parentPath }) {
  switch (parent?.type) {
    case "BinaryExpression":
      return /^[=!]==?$/.test(parent.operator);
    case "SwitchCase":
      return parent.test === node;
    case "CallExpression":
      return parent.callee.type === "MemberExpression" && SEARCHES.has(parent.callee.property.name);
    case "ArrayExpression":
      return isCompared(parentPath);
    default:
      return false;
  }
}

const ignorer = {
  shouldIgnore(path) {
    if (isMetadata(path)) {
      return "Metadata of a rule";
    }
    return hasWords(path) && !isCompared(path) ? "Text for people" : undefined;
  },
};

export const strykerPlugins = [declareValuePlugin(PluginKind.Ignore, "prose", ignorer)];
