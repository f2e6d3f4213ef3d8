import { basename, resolve } from "node:path";
import { environmentRegion } from "../aws/region";
import type { Contract } from "../contract/contract";
import { isDay } from "../contract/day";
import type { Problem } from "../contract/problem";
import { resolveContract } from "../contract/resolve";
import { show } from "../contract/show";
import type { Resource, ResourceFacts } from "../graph/resource";
import type { Stack, StackResourceFacts } from "../graph/stack";
import { partsOfUrn } from "../graph/urn";
import type { Value } from "../graph/value";
import { configurationAbove, type Configuration } from "../rules/configuration";
import type { Gap } from "../rules/gap";
import { disabledGap, undecidedGap } from "../rules/gaps";
import { allowedLevels, levelsByRule, unknownRules, type SetLevels } from "../rules/levels";
import type { Rule } from "../rules/rule";
import type { RunContext } from "../rules/run";
import { findProjectFolder, isFolder, projectFiles, valuesOf } from "../source/files";
import { ignoreCommentsIn } from "../source/ignore-comments";
import type { ProjectFacts } from "../source/project-files";
import { writtenDocuments } from "../source/written-documents";
import type { PackLevels } from "./choice";
import { Operation, type FindDocuments } from "./operation";

/** The environment in which the engine starts a pack. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What a session has to know of its pack. */
export interface SessionPack {
  rules: readonly Rule[];
  levels: PackLevels;
  /** What every stack promises; the policy configuration replaces single keys of it. */
  contract: Contract;
}

/** What one run of the pack's process knows: the settings, and the resources that the engine has sent so far. */
export class Session {
  readonly operation = new Operation();
  private organization: Record<string, unknown> = {};
  private configurationProblems: readonly Problem[] = [];
  private settled: RunContext | undefined;
  private project: ProjectFacts;
  /** The ids of the rules that the user has set to the level `remediate`. */
  remediating: ReadonlySet<string> = new Set();
  /** The ids of the rules that the user has disabled. */
  disabled: ReadonlySet<string> = new Set();
  /** The ids of the rules with a level of the policy configuration that is not the pack's. */
  configured: ReadonlySet<string> = new Set();
  /** What the program's preflight.yaml sets. */
  private configuration: Configuration | undefined;
  /** How many checks of each rule could not be decided so far. */
  private readonly undecided = new Map<Rule, number>();
  private readonly writtenResources = new WeakMap<Resource, Resource | undefined>();
  private readonly writtenStacks = new WeakMap<Stack, Stack | undefined>();

  constructor(
    private readonly environment: Environment,
    private readonly ruleIds: ReadonlySet<string>,
    private readonly parentFolder: () => string | undefined = () => undefined,
    private readonly pack: SessionPack = { rules: [], levels: {}, contract: {} },
  ) {
    this.project = this.readProject();
  }

  /** The levels that the program's preflight.yaml sets and the pack does not. */
  get programLevels(): SetLevels {
    const { configuration, pack } = this;
    const levels = configuration === undefined ? [] : [...levelsByRule(configuration.levels, pack.rules)];
    return new Map(levels.filter(([id]) => !this.configured.has(id)));
  }

  /** Takes the organization's settings: the policy configuration of the rule `contract`. */
  configure(organization: Record<string, unknown>): void {
    if (JSON.stringify(organization) !== JSON.stringify(this.organization)) {
      this.organization = organization;
      this.settled = undefined;
    }
  }

  /** Takes what is wrong in the policy configuration of the other rules; the rule `contract` reports it. */
  reportConfiguration(problems: readonly Problem[]): void {
    this.configurationProblems = problems;
    this.settled = undefined;
  }

  /** What surrounds the checks. PREFLIGHT_DAY names another day than today, to see what will fail then. */
  get runContext(): RunContext {
    if (!this.settled) {
      const named = this.environment["PREFLIGHT_DAY"] ?? "";
      const day = isDay(named) ? named : new Date().toISOString().slice(0, 10);
      const { contract, problems } = resolveContract({
        stackConfig: Object.fromEntries(this.project.config),
        project: this.project.name,
        stack: this.project.stack,
        file: this.configuration,
        organization: { ...this.pack.contract, ...this.organization },
        ruleIds: this.ruleIds,
        inSource: this.project.files && ignoreCommentsIn(this.project.files),
      });
      const set = this.levelsUnder(contract);
      const contractProblems = [...problems, ...set.problems, ...this.configurationProblems, ...wrongDay(named)];
      this.settled = { contract, contractProblems, day, project: this.project, levels: set.levels };
    }
    return this.settled;
  }

  /** The levels of the program's preflight.yaml that count, and what is wrong with that file beside its contract. */
  private levelsUnder(contract: Contract): { levels: SetLevels; problems: readonly Problem[] } {
    const { configuration, pack, programLevels } = this;
    if (configuration === undefined) {
      return { levels: new Map(), problems: [] };
    }
    // It may name the rules of other packs, which `preflight check` knows.
    const unknown = configuration.packs.length > 0 ? [] : unknownRules(configuration, this.ruleIds);
    const ofPack = new Set(Object.keys(pack.levels));
    const { levels, problems } = allowedLevels(programLevels, configuration, contract, ofPack);
    return { levels, problems: [...configuration.problems, ...unknown, ...problems] };
  }

  /** Counts the checks of a rule that could not be decided. */
  countUndecided(rule: Rule, count: number): void {
    if (count > 0) {
      this.undecided.set(rule, (this.undecided.get(rule) ?? 0) + count);
    }
  }

  /** What was not checked, as far as no resource and no file shows it. */
  gaps(rules: readonly Rule[]): Gap[] {
    const { contract, levels } = this.runContext;
    const disabled = rules.filter(({ id }) => this.disabled.has(id) || levels?.get(id) === "disabled");
    return [...disabledGap(disabled, contract), ...undecidedGap(this.undecided, contract, levels)];
  }

  /** Keeps a resource that the engine sends before it is created. */
  add(facts: ResourceFacts & { inputs: Value }): Resource {
    this.nameStack(facts.urn);
    return this.operation.add(facts);
  }

  /** The graph of what the engine sends at the end. */
  stack(resources: readonly StackResourceFacts[]): Stack {
    return this.operation.stack(resources, this.project.hasConfiguration);
  }

  /** The same resource with the documents that the source writes, in a preview; absent where it writes none. */
  written(resource: Resource): Resource | undefined {
    if (!this.writtenResources.has(resource)) {
      this.writtenResources.set(resource, this.operation.withDocuments(resource, this.findDocuments));
    }
    return this.writtenResources.get(resource);
  }

  /** The same graph with the documents that the source writes, in a preview; absent where it writes none. */
  writtenStack(stack: Stack): Stack | undefined {
    if (!this.writtenStacks.has(stack)) {
      this.writtenStacks.set(stack, this.operation.stackWithDocuments(stack, this.findDocuments));
    }
    return this.writtenStacks.get(stack);
  }

  private readonly findDocuments: FindDocuments = (resource) => {
    const { deploying, files } = this.project;
    return deploying || files === undefined ? undefined : writtenDocuments(files, resource);
  };

  /** In `pulumi policy analyze` only the URNs name the stack and its project. */
  private nameStack(urn: string): void {
    if (this.project.stack === "") {
      const { stack, project } = partsOfUrn(urn);
      const name = this.project.name || project;
      this.project = { ...this.project, stack, name, ...this.readFolder(name) };
      this.settled = undefined;
    }
  }

  private readProject(): ProjectFacts {
    const { environment } = this;
    const name = environment["PULUMI_NODEJS_PROJECT"] ?? "";
    const region = environmentRegion(environment);
    return {
      name,
      stack: environment["PULUMI_NODEJS_STACK"] ?? "",
      config: new Map(Object.entries(configurationOf(environment["PULUMI_CONFIG"]))),
      hasConfiguration: environment["PULUMI_CONFIG"] !== undefined,
      deploying: environment["PULUMI_NODEJS_DRY_RUN"] === "false",
      environment: valuesOf(environment),
      ...(region && { environmentRegion: region }),
      ...this.readFolder(name),
    };
  }

  private readFolder(projectName: string): Pick<ProjectFacts, "files" | "missingFolder"> {
    const { PWD: started, PREFLIGHT_PROJECT: named } = this.environment;
    const chosen = named ? resolve(started ?? "", named) : undefined;
    if (chosen !== undefined && !isFolder(chosen)) {
      return { missingFolder: chosen };
    }
    const folder =
      chosen ?? findProjectFolder(projectName, [started]) ?? findProjectFolder(projectName, [this.parentFolder()]);
    if (folder === undefined) {
      return {};
    }
    this.configuration = configurationAbove(folder, (path) => basename(path));
    return { files: projectFiles(folder) };
  }
}

/** The error in PREFLIGHT_DAY, without which facts would be those of another day than the one that was meant. */
function wrongDay(named: string): Problem[] {
  const place = "PREFLIGHT_DAY";
  return named === "" || isDay(named)
    ? []
    : [{ place, path: "", message: `${place} is ${show(named)}, but it must be a day such as "2027-01-31".` }];
}

/** The configuration in force; what is not a string becomes one, as the engine itself writes objects. */
function configurationOf(json: string | undefined): Record<string, string> {
  let config: unknown;
  try {
    config = JSON.parse(json ?? "{}");
  } catch {
    return {};
  }
  const entries = typeof config === "object" && config !== null && !Array.isArray(config) ? Object.entries(config) : [];
  return Object.fromEntries(
    entries.map(([key, value]: [string, unknown]) => [key, typeof value === "string" ? value : JSON.stringify(value)]),
  );
}
