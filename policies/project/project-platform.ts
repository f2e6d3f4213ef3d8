import { isBridged, PLATFORMS, type Platform } from "../../project/platforms";
import { entryOf, reachedFrom } from "../../project/program";
import type { Import, Source } from "../../project/source";
import { isTest } from "../../project/tests";
import { defineRule, type Context, type ProjectFiles } from "../rule";

const RUNTIMES = {
  typescript: "nodejs",
  javascript: "nodejs",
  python: "python",
  go: "go",
  csharp: "dotnet",
  java: "java",
  yaml: "yaml",
} as const;

export default defineRule({
  id: "project-platform",
  category: "project",
  description: "The program is written with Pulumi, in the language that was asked for",
  severity: "critical",
  level: "mandatory",
  contractKeys: ["project.runtime", "project.language"],
  failures: ["F1", "F23"],
  why:
    "What is declared with the constructs of another platform is never deployed by Pulumi: the program fails, or runs " +
    "without them. A test that imports them fails before it looks at anything.",
  fix: {
    typescript: 'import * as aws from "@pulumi/aws"; // not aws-cdk-lib',
    python: "import pulumi_aws as aws  # not aws_cdk",
    yaml: "# Pulumi.yaml\nruntime: yaml",
  },
  limits:
    "Constructs that @pulumi/cdk or an aws.cloudformation.Stack deploys, and imports of types alone. Sources that the " +
    "program does not load, tests beside a cdk.json, and Terraform files beside Pulumi.yaml are advisory.",
  root(context) {
    const { files } = context.project;
    if (files) {
      reportRuntime(files, context);
      reportImports(files, context);
      reportTerraform(files, context);
    }
  },
});

function reportRuntime(files: ProjectFiles, { contract, report }: Context): void {
  const { runtime } = files.settings ?? {};
  const { language } = contract.project ?? {};
  const wanted = contract.project?.runtime ?? (language && RUNTIMES[language]);
  if (runtime === undefined || wanted === undefined) {
    return;
  }
  if (runtime !== wanted) {
    report({
      message: `Pulumi.yaml has the runtime ${runtime}, and the contract asks for ${wanted}; write the program for ${wanted}.`,
    });
    return;
  }
  const entry = runtime === "nodejs" ? entryOf(files)?.path : undefined;
  const written = entry && (/\.[cm]?tsx?$/.test(entry) ? "typescript" : "javascript");
  if (entry && written && language !== undefined && written !== language) {
    report({
      message: `${entry} is ${written}, and the contract asks for ${language}; write the program in ${language}.`,
    });
  }
}

interface Foreign {
  source: Source;
  platform: Platform;
  found: Import;
}

function foreignImports(files: ProjectFiles): Foreign[] {
  return files.sources
    .filter(({ text }) => /cdk|troposphere/.test(text))
    .flatMap((source) => {
      const [first] = PLATFORMS.flatMap((platform) => {
        const found = source.imports.find(({ module, typeOnly }) => !typeOnly && platform.module?.test(module));
        return found && !isBridged(files, platform) ? [{ source, platform, found }] : [];
      });
      return first ?? [];
    });
}

function reportImports(files: ProjectFiles, { report }: Context): void {
  const foreign = foreignImports(files);
  const entry = foreign.length > 0 ? entryOf(files) : undefined;
  const program = reachedFrom(files, entry ? [entry] : []);
  const hasOwnApp = files.paths.some((path) => /(?:^|\/)(?:cdk|cdktf)\.json$/.test(path));
  for (const { source, platform, found } of foreign) {
    const place = `${source.placeOf(found.node)} imports ${found.module}, a library of ${platform.name}`;
    const wanted = source.language === "python" ? "pulumi_aws" : "@pulumi/aws";
    if (program.has(source)) {
      report({
        message: `${place}: Pulumi deploys nothing that it declares; declare the resources with ${wanted} instead.`,
      });
    } else if (isTest(source)) {
      const message = `${place}, and tests nothing of this program; test its resources through ${wanted} and Pulumi's mocks.`;
      report({ message, ...(hasOwnApp && { level: "advisory" }) });
    } else {
      report({
        message: `${place}, and the program does not load it; write it with ${wanted}, or remove it.`,
        level: "advisory",
      });
    }
  }
}

function reportTerraform({ paths }: ProjectFiles, { report }: Context): void {
  const [first, ...more] = paths.filter((path) => /^[^/]+\.tf(?:\.json)?$/.test(path));
  if (first !== undefined) {
    const others = more.length === 0 ? "" : ` and ${String(more.length)} more`;
    report({
      message: `Terraform's ${first}${others} lies beside Pulumi.yaml, and Pulumi does not read it; write its resources in the program, or move it elsewhere.`,
      level: "advisory",
    });
  }
}
