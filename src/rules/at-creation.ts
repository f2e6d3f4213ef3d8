import type { Resource } from "../graph/resource";
import type { ResourceCheck, Rule } from "./rule";

const isManagedByAws = ({ type, external }: Resource): boolean => type.startsWith("aws:") && !external;

/**
 * A check of single resources of what matters only while they are created, such as a version that AWS no longer offers.
 * It runs on the stack, where it is known which resources exist already: there its findings are advisory.
 */
export function atCreation(resourceCheck: ResourceCheck): Pick<Rule, "stack"> {
  return {
    stack: (stack, context) => {
      const { report, undecided } = context;
      const reportAtCreation: typeof report = (finding) => {
        report({ ...finding, onlyAtCreation: true });
      };
      const decide: typeof context.decide = (holds, finding) => {
        context.decide(holds, { ...finding, onlyAtCreation: true });
      };
      const { types } = resourceCheck;
      const resources = types === undefined ? stack.resources.filter(isManagedByAws) : stack.managed(...types);
      for (const resource of resources) {
        resourceCheck.check(resource, { ...context, report: reportAtCreation, undecided, decide });
      }
    },
  };
}
