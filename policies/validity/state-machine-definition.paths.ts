import { known } from "../../src/graph/value";
import type { View } from "../../src/graph/view";

/** Fields that are a path each. */
const PATHS = ["InputPath", "OutputPath", "ResultPath", "ItemsPath"];
/** Fields in which the value of a name that ends in `.$` is a path or a function. */
const TEMPLATES = ["Parameters", "ResultSelector", "ItemSelector"];

const isPath = (value: View): boolean => {
  const text = value.str();
  return !known(text) || text.startsWith("$");
};

const isPathOrFunction = (value: View): boolean => {
  const text = value.str();
  return isPath(value) || (known(text) && text.startsWith("States."));
};

function wrongIn(template: View): View | undefined {
  const fields = template.entries();
  if (known(fields)) {
    const wrong = fields.map(([name, value]) =>
      name.endsWith(".$") && !isPathOrFunction(value) ? value : wrongIn(value),
    );
    return wrong.find((one) => one !== undefined);
  }
  // A single value reads as a list of itself.
  const items = Array.isArray(template.value) ? template.list() : undefined;
  return known(items) ? items.map((item) => wrongIn(item)).find((one) => one !== undefined) : undefined;
}

/** What of a state that uses JSONPath has to be a path and is another text. */
export function wrongPathIn(state: View): View | undefined {
  return (
    PATHS.map((key) => state.at(key)).find((path) => !isPath(path)) ??
    TEMPLATES.map((key) => wrongIn(state.at(key))).find((wrong) => wrong !== undefined)
  );
}
