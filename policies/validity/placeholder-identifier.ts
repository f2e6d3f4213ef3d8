import { accountOf, isEmulated } from "../../src/aws/identity/account";
import { identifiersIn, lastKeyOf, placeholderIn, type Placeholder } from "./placeholder-identifier.placeholders";
import type { Resource } from "../../src/graph/resource";
import type { View } from "../../src/graph/view";
import { isForPreviewOnly } from "../../src/source/origin";
import { atCreation } from "../../src/rules/at-creation";
import { defineRule, type Context, type Finding } from "../../src/rules/rule";

const FIXES: Readonly<Record<Placeholder["what"], string>> = {
  account: "Take the account from aws.getCallerIdentity, or use the ARN of the resource that is meant",
  certificate: "Use the ARN of an aws.acm.Certificate, or take it from the configuration",
  id: "Use the id of the resource that is meant, or look it up, such as with aws.ec2.getVpc or aws.ec2.getSubnets",
  name: "Use the name or ARN of the resource that is meant, or take it from the configuration",
};

const article = (what: string): string => (/^[ai]/.test(what) ? `an ${what}` : `a ${what}`);

function rejectionOf({ path, resource }: View, { what }: Placeholder): { awsError: string } | undefined {
  if (what === "account" && /\.Principal\b/.test(path)) {
    return { awsError: "Invalid principal in policy" };
  }
  return resource.type === "aws:lb/listener:Listener" && path.endsWith("certificateArn")
    ? { awsError: "CertificateNotFound" }
    : undefined;
}

/** A name may be the real one, whatever it looks like; an account, an id or a certificate cannot. */
function findingOf(at: View, found: Placeholder): Finding {
  const { text, what } = found;
  return what === "name"
    ? { at, level: "advisory", message: `"${text}" looks like a placeholder for a name. ${FIXES.name}.` }
    : { at, message: `"${text}" is a placeholder for ${article(what)}. ${FIXES[what]}.`, ...rejectionOf(at, found) };
}

/** The same where the program uses the placeholder in dry runs only. */
function findingInPreview(at: View, { text, what }: Placeholder): Finding {
  return {
    at,
    level: "advisory",
    message:
      `"${text}" is a placeholder for ${article(what)} that the program uses in previews only. ` +
      "What depends on the real value is not checked before the deployment.",
  };
}

/** True where the program or its configuration contains the string itself. */
const isWritten = (text: string, { project }: Context): boolean =>
  [...project.config.values(), ...(project.files?.literals ?? [])].some((literal) => literal.includes(text));

/** True for what the program wrote itself; in an emulator, any account may be the right one. */
const isCertain = (resource: Resource, { text }: Placeholder, context: Context): boolean =>
  isWritten(text, context) && !isEmulated(resource) && accountOf(resource) !== text;

/** True for a preview in which the program has a value of its own for the whole string or for the placeholder in it. */
function isOfPreview(whole: string, { text }: Placeholder, { project }: Context): boolean {
  const sources = project.files?.sources ?? [];
  return !project.deploying && [whole, text].some((literal) => isForPreviewOnly(literal, sources));
}

export default defineRule({
  id: "placeholder-identifier",
  category: "validity",
  description: "Identifiers must name something that exists",
  severity: "high",
  level: "mandatory",
  basis: "cannot-work",
  why:
    "AWS rejects an account, a certificate, a network or a name that is only a placeholder when it looks it up, or accepts a " +
    "permission for an account that does not exist. Nothing shows it before the deployment.",
  fix: {
    typescript: `certificateArn: certificate.arn, // or new pulumi.Config().require("certificateArn")`,
    python: `certificate_arn=certificate.arn,  # or pulumi.Config().require("certificateArn")`,
    yaml: `certificateArn: \${certificate.arn} # or \${certificateArn} from the configuration`,
  },
  limits:
    "Values from a data source; names that the program sets itself; tags, descriptions, parameters, secrets, code, dashboards, " +
    "templates and definitions of APIs; emulators of AWS. An example account or a number such as sg-12345678 only where " +
    "the sources or the configuration contain it. A name such as your-bucket is advisory, since it may be the real one, and " +
    "so is a value that the program uses in previews only.",
  references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html"],
  ...atCreation({
    check(resource, context) {
      for (const { at, text } of identifiersIn(resource)) {
        const found = placeholderIn(text, lastKeyOf(at));
        // A variable may have any value; an ARN in it is meant as one.
        const isMeant = !at.path.includes("environment") || text.startsWith("arn:");
        if (found && isMeant && (found.isUnmistakable || isCertain(resource, found, context))) {
          context.report(isOfPreview(text, found, context) ? findingInPreview(at, found) : findingOf(at, found));
        }
      }
    },
  }),
});
