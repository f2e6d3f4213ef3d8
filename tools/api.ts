// Writes the API reports under docs/api/ from the types in dist/: what the package and its subpath `testing` export, as
// those who import them see it. `--check` writes nothing and fails where a report differs, so that every change of the
// API is seen: docs/versioning.md explains what it means for the version.
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Extractor, ExtractorConfig, ExtractorLogLevel } from "@microsoft/api-extractor";

const ROOT = join(__dirname, "..");
const FOLDER = join(ROOT, "docs", "api");
const MAIN = "pulumi-preflight-aws";
const ENTRIES = {
  [MAIN]: "src/library.d.ts",
  "pulumi-preflight-aws-testing": "src/testing/index.d.ts",
};

const LOUD = { logLevel: ExtractorLogLevel.Error };
const SILENT = { logLevel: ExtractorLogLevel.None };

/** True for what the report of the package's own entry lists: `testing` takes its types for granted. */
function isInMainReport(symbol: string): boolean {
  const report = readFileSync(join(FOLDER, `${MAIN}.api.md`), "utf8");
  return new RegExp(`^export (?:class|const|function|interface|type) ${symbol}\\b`, "m").test(report);
}

/** The problems with the report of an entry, a line each. */
function extract(name: string, entry: string, isCheck: boolean): string[] {
  const problems: string[] = [];
  const config = ExtractorConfig.prepare({
    packageJsonFullPath: join(ROOT, "package.json"),
    configObjectFullPath: undefined,
    configObject: {
      projectFolder: ROOT,
      mainEntryPointFilePath: join(ROOT, "dist", entry),
      newlineKind: "lf",
      compiler: {
        overrideTsconfig: { compilerOptions: { target: "ES2022", module: "node16", strict: true, types: [] } },
      },
      apiReport: {
        enabled: true,
        reportFileName: `${name}.api.md`,
        reportFolder: FOLDER,
        reportTempFolder: join(ROOT, "coverage", "api"),
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: {
        compilerMessageReporting: { default: LOUD },
        extractorMessageReporting: {
          default: LOUD,
          // Everything that is exported is public.
          "ae-missing-release-tag": SILENT,
          "ae-undocumented": LOUD,
        },
        tsdocMessageReporting: { default: SILENT },
      },
    },
  });
  mkdirSync(config.reportTempFolder, { recursive: true });
  const { apiReportChanged } = Extractor.invoke(config, {
    localBuild: !isCheck,
    messageCallback: (message) => {
      message.handled = true;
      const [, forgotten] = /^The symbol "(\w+)" needs to be exported/.exec(message.text) ?? [];
      if (message.logLevel === ExtractorLogLevel.Error && !(forgotten !== undefined && isInMainReport(forgotten))) {
        problems.push(`${message.sourceFilePath ?? name}: ${message.text}`);
      }
    },
  });
  return isCheck && apiReportChanged
    ? [...problems, `docs/api/${name}.api.md is not what is exported: run \`npm run api\`.`]
    : problems;
}

const isCheck = process.argv.includes("--check");
mkdirSync(FOLDER, { recursive: true });
const problems = Object.entries(ENTRIES).flatMap(([name, entry]) => extract(name, entry, isCheck));
problems.forEach((line) => {
  console.error(line);
});
process.exitCode = problems.length === 0 ? 0 : 1;
