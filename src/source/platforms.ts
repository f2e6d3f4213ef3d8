import type { ProjectFiles } from "./project-files";

/** Another way to write infrastructure, and how it shows in sources and documents. */
export interface Platform {
  name: string;
  /** The modules of its library, as imports name them. */
  module?: RegExp;
  /** What else its name looks like in a text. */
  mention: RegExp;
  /** How a command line that deploys with it begins. */
  command: RegExp;
}

const RUNNER = "^(?:(?:npx|yarn|bunx|npm run|npm exec|pnpm exec|poetry run|uv run)(?: --)? )?";

export const PLATFORMS: readonly Platform[] = [
  {
    name: "CDK for Terraform",
    module: /^cdktf(?:[/._]|$)|^@cdktf\//,
    mention: /\bCDKTF\b|\bCDK for Terraform\b/i,
    command: new RegExp(`${RUNNER}cdktf (?:deploy|synth|diff|destroy)\\b`),
  },
  {
    name: "AWS CDK",
    module: /^aws-cdk-lib(?:\/|$)|^@aws-cdk\/(?:core|aws-[\w-]+)(?:\/|$)|^aws_cdk(?:\.|$)/,
    mention: /\bCDK\b(?! for Terraform)|\bCloud Development Kit\b/,
    command: new RegExp(`${RUNNER}cdk (?:deploy|synth|bootstrap|diff|destroy)\\b`),
  },
  {
    name: "Terraform",
    mention: /(?<!CDK for )\b(?:Terraform|OpenTofu)\b/i,
    command: /^(?:terraform|tofu) (?:init|plan|apply|destroy)\b/,
  },
  {
    name: "CloudFormation",
    module: /^troposphere(?:\.|$)/,
    mention: /\bCloudFormation\b/i,
    command: /^aws cloudformation (?:deploy|(?:create|update)-stack)\b/,
  },
  {
    name: "AWS SAM",
    mention: /\bAWS SAM\b|\bServerless Application Model\b/,
    command: /^sam (?:deploy|build)\b/,
  },
  {
    name: "Serverless Framework",
    mention: /\bServerless Framework\b/i,
    command: new RegExp(`${RUNNER}(?:serverless|sls) deploy\\b`),
  },
];

const PULUMI_CDK = /^(?:@pulumi\/cdk(?:\/|$)|pulumi_cdk(?:\.|$))/;

const importsModule = ({ sources }: ProjectFiles, hint: string, module: RegExp): boolean =>
  sources.some((source) => source.text.includes(hint) && source.imports.some((one) => module.test(one.module)));

/** True where Pulumi deploys what this platform makes, so that it belongs in the program. */
export function isBridged(files: ProjectFiles, { name }: Platform): boolean {
  switch (name) {
    case "AWS CDK":
      return importsModule(files, "cdk", PULUMI_CDK) || declaresTemplate(files);
    case "CloudFormation":
      return declaresTemplate(files);
    case "Terraform":
      return importsModule(files, "terraform", /terraform/) || files.paths.some((path) => path.endsWith(".tf"));
    default:
      return false;
  }
}

function declaresTemplate({ sources }: ProjectFiles): boolean {
  return sources.some(
    (source) =>
      source.text.includes("cloudformation") &&
      source.calls.some(({ name }) => /^aws\.cloudformation\.(?:\w+\.)?Stack(?:Set)?$/.test(name ?? "")),
  );
}
