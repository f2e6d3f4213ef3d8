import { wrongPathIn } from "./state-machine-definition.paths";
import { SFN_STATE_MACHINE } from "../../src/aws/type-tokens";
import { known, UNKNOWN, type Unknown } from "../../src/graph/value";
import type { View } from "../../src/graph/view";
import { atCreation } from "../../src/rules/at-creation";
import { defineRule, type Finding } from "../../src/rules/rule";

const TYPES = ["Task", "Pass", "Choice", "Wait", "Succeed", "Fail", "Parallel", "Map"];
/** States that end by themselves, or whose choices lead on. */
const WITHOUT_NEXT: ReadonlySet<string> = new Set(["Succeed", "Fail", "Choice"]);
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  Task: ["Resource"],
  Choice: ["Choices"],
  Parallel: ["Branches"],
};
/** The fields of one query language, which states of the other do not have. */
const OF_JSON_PATH = ["InputPath", "Parameters", "ResultSelector", "ResultPath", "OutputPath", "ItemsPath"];
const OF_JSONATA = ["Arguments", "Output", "Items"];
const LONGEST_NAME = 80;
/** What waits for a job, for a token, or for a worker of an activity. */
const WAITING = /\.sync(:2)?$|\.waitForTaskToken$|:activity:/;
const WAITS = ["Seconds", "Timestamp", "SecondsPath", "TimestampPath"];

type Violation = Pick<Finding, "property" | "message" | "awsError"> & { at: View };

const listOf = (view: View, key: string): View[] => {
  const list = view.list(key);
  return known(list) ? list : [];
};

/** The transitions of a state: their locations, each with the name of the next state. */
function targetsOf(state: View): View[] {
  const choices = listOf(state, "Choices").map((choice) => choice.at("Next"));
  const catchers = listOf(state, "Catch").map((catcher) => catcher.at("Next"));
  return [state.at("Next"), state.at("Default"), ...choices, ...catchers].filter(({ isAbsent }) => !isAbsent);
}

/** True for a retry or a catch without the errors that it is for. */
function isWithoutErrors(one: View): boolean {
  const errors = one.list("ErrorEquals");
  return !one.isUnknown && errors !== UNKNOWN && (errors === undefined || errors.length === 0);
}

function inState(name: string, state: View): Violation | undefined {
  const type = state.str("Type");
  if (state.isUnknown || type === UNKNOWN) {
    return undefined;
  }
  if (type === undefined || !TYPES.includes(type)) {
    return {
      at: state,
      property: "Type",
      message: `The state "${name}" has ${type === undefined ? 'no "Type"' : 'a "Type" that does not exist'}. Use one of ${TYPES.join(", ")}.`,
    };
  }
  const missing = (REQUIRED[type] ?? []).find((key) => state.at(key).isAbsent);
  if (missing !== undefined) {
    return {
      at: state,
      property: missing,
      message: `The state "${name}" of the type ${type} has no "${missing}". Add it.`,
    };
  }
  if (type === "Wait" && WAITS.every((key) => state.at(key).isAbsent)) {
    return {
      at: state,
      property: "Seconds",
      message: `The state "${name}" does not have a time to wait. Add "Seconds".`,
    };
  }
  const waits = type === "Wait" ? WAITS.filter((key) => !state.at(key).isAbsent) : [];
  if (waits.length > 1) {
    return {
      at: state,
      property: waits[1],
      message: `The state "${name}" has ${waits.map((key) => `"${key}"`).join(" and ")}. Keep one of them.`,
    };
  }
  const choices = type === "Choice" ? state.list("Choices") : undefined;
  if (known(choices) && choices.length === 0) {
    return { at: state, property: "Choices", message: `The state "${name}" has no choices. Add one at least.` };
  }
  if (type === "Map" && state.at("Iterator").isAbsent && state.at("ItemProcessor").isAbsent) {
    return {
      at: state,
      property: "ItemProcessor",
      message: `The state "${name}" has nothing to run. Add "ItemProcessor".`,
    };
  }
  const resource = type === "Task" ? state.str("Resource") : undefined;
  if (known(resource) && !resource.startsWith("arn:") && !resource.startsWith("$")) {
    return {
      at: state,
      property: "Resource",
      message: `The state "${name}" does not name a resource by its ARN. Write an ARN, or "arn:aws:states:::" and an action.`,
    };
  }
  const retrier = [...listOf(state, "Retry"), ...listOf(state, "Catch")].find((one) => isWithoutErrors(one));
  if (retrier) {
    return { at: retrier, message: 'It names no errors. Add "ErrorEquals", such as ["States.ALL"].' };
  }
  const [next, end] = [state.at("Next"), state.bool("End")];
  if (!next.isAbsent && end === true) {
    return { at: next, message: `The state "${name}" both ends and leads on. Remove "End" or "Next".` };
  }
  if (!WITHOUT_NEXT.has(type) && next.isAbsent && end !== true && end !== UNKNOWN) {
    return { at: state, property: "Next", message: `The state "${name}" leads nowhere. Add "Next", or "End": true.` };
  }
  return WITHOUT_NEXT.has(type) && !next.isAbsent
    ? { at: next, message: `A state of the type ${type} has no "Next". Remove it.` }
    : undefined;
}

/** A field of the query language that a state does not use. */
function inLanguage(name: string, state: View, inherited: string): Violation | undefined {
  const language = state.str("QueryLanguage") ?? inherited;
  if (state.isUnknown || language === UNKNOWN) {
    return undefined;
  }
  const other = language === "JSONata" ? "JSONPath" : "JSONata";
  const wrong = (language === "JSONata" ? OF_JSON_PATH : OF_JSONATA).find((key) => !state.at(key).isAbsent);
  if (wrong !== undefined) {
    return {
      at: state,
      property: wrong,
      message: `The state "${name}" uses ${language}, and "${wrong}" is of ${other}. Write it in ${language}, or set "QueryLanguage".`,
    };
  }
  const path = language === "JSONPath" ? wrongPathIn(state) : undefined;
  return (
    path && {
      at: path,
      message: `A value in the state "${name}" is not a path. Begin it with "$", such as "$.order".`,
      awsError: "SCHEMA_VALIDATION_FAILED: Value must be a valid JSONPath",
    }
  );
}

/** The states of a machine, and of the machines within it. */
function allStates(machine: View): [string, View][] {
  const states = machine.entries("States");
  return known(states)
    ? states.flatMap((one) => [one, ...innerMachines(one[1]).flatMap((inner) => allStates(inner))])
    : [];
}

/** A task that waits for longer than an express workflow can run. */
function inExpress(definition: View): Violation | undefined {
  const waiting = allStates(definition).find(([, state]) => {
    const resource = state.str("Resource");
    return known(resource) && WAITING.test(resource);
  });
  return (
    waiting && {
      at: waiting[1],
      property: "Resource",
      message: `The state "${waiting[0]}" waits for a job, a token or an activity, and only standard workflows do. Use a standard workflow, or request the job without waiting.`,
    }
  );
}

/** The machines within a state. */
const innerMachines = (state: View): View[] =>
  [...listOf(state, "Branches"), state.at("Iterator"), state.at("ItemProcessor")].filter(({ isAbsent }) => !isAbsent);

function inMachine(machine: View, inherited: string): Violation | Unknown | undefined {
  const language = machine.str("QueryLanguage") ?? inherited;
  const states = machine.entries("States");
  if (machine.isUnknown || states === UNKNOWN) {
    return UNKNOWN;
  }
  if (states === undefined || states.length === 0) {
    return { at: machine, property: "States", message: 'The definition has no "States". Add at least one.' };
  }
  const names = new Set(states.map(([name]) => name));
  const start = machine.str("StartAt");
  if (start === undefined || (known(start) && !names.has(start))) {
    return {
      at: machine,
      property: "StartAt",
      message:
        start === undefined
          ? 'The definition has no "StartAt". Add the name of its first state.'
          : `"StartAt" names the state "${start}", which the definition does not have. Correct one of them.`,
    };
  }
  const long = states.find(([name]) => name.length > LONGEST_NAME);
  if (long) {
    return {
      at: long[1],
      message: `The name of a state has ${String(long[0].length)} characters, and Step Functions accepts ${String(LONGEST_NAME)}.`,
    };
  }
  for (const [name, state] of states) {
    const violation = inState(name, state) ?? (known(language) ? inLanguage(name, state, language) : undefined);
    if (violation) {
      return violation;
    }
    for (const target of targetsOf(state)) {
      const next = target.str();
      if (known(next) && !names.has(next)) {
        return {
          at: target,
          message: `The state "${name}" leads to "${next}", which the definition does not have. Correct one of them.`,
        };
      }
    }
  }
  return (
    unreachableIn(states, start) ??
    states
      .flatMap(([, state]) => innerMachines(state))
      .map((inner) => inMachine(inner, known(language) ? language : inherited))
      .find((one) => one !== undefined)
  );
}

/** A state that no other one leads to; none where a transition is not known yet. */
function unreachableIn(states: readonly [string, View][], start: string | Unknown): Violation | undefined {
  const targets = states.flatMap(([, state]) => targetsOf(state).map((target) => target.str()));
  const isOpen = states.some(([, state]) => state.isUnknown) || targets.includes(UNKNOWN);
  const reached = new Set([start, ...targets]);
  const lonely = isOpen || start === UNKNOWN ? undefined : states.find(([name]) => !reached.has(name));
  return (
    lonely && {
      at: lonely[1],
      message: `Nothing leads to the state "${lonely[0]}". Lead to it with a "Next", or remove it.`,
    }
  );
}

export default defineRule({
  id: "state-machine-definition",
  category: "validity",
  description: "State machines must have definitions that Step Functions accepts",
  severity: "high",
  level: "mandatory",
  basis: "aws-rejects",
  why:
    "The definition of a state machine is a string, which nothing validates before the deployment. Step Functions rejects " +
    "one whose states lead to others that do not exist, end nowhere, or lack what their type requires.",
  fix: {
    typescript: `definition: pulumi.jsonStringify({
  StartAt: "Charge",
  States: {
    Charge: { Type: "Task", Resource: charge.arn, Next: "Ship" },
    Ship: { Type: "Task", Resource: ship.arn, End: true },
  },
}),`,
    python: `definition=pulumi.Output.json_dumps({
    "StartAt": "Charge",
    "States": {
        "Charge": {"Type": "Task", "Resource": charge.arn, "Next": "Ship"},
        "Ship": {"Type": "Task", "Resource": ship.arn, "End": True},
    },
}),`,
    yaml: `definition:
  fn::toJSON:
    StartAt: Charge
    States:
      Charge:
        Type: Task
        Resource: \${charge.arn}
        Next: Ship
      Ship:
        Type: Task
        Resource: \${ship.arn}
        End: true`,
  },
  limits:
    "Only the first violation of each definition is reported. Of paths only how they begin. Not expressions, the parameters " +
    "of tasks and whether what they name exists. On a state machine that exists already a finding is advisory.",
  references: [
    "https://docs.aws.amazon.com/step-functions/latest/dg/statemachine-structure.html",
    "https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html",
  ],
  ...atCreation({
    types: [SFN_STATE_MACHINE],
    check(machine, { report, undecided }) {
      const definition = machine.json("definition");
      if (definition.isAbsent) {
        return;
      }
      const violation =
        inMachine(definition, "JSONPath") ?? (machine.str("type") === "EXPRESS" ? inExpress(definition) : undefined);
      if (violation === UNKNOWN) {
        undecided(machine, "definition");
      } else if (violation) {
        report(violation);
      }
    },
  }),
});
