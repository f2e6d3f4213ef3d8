import { accountOf, isEmulated } from "../../stack/account";
import { identifiersIn, keyOfPlace, placeholderIn, type Placeholder } from "../../stack/placeholders";
import type { Resource } from "../../stack/resource";
import type { View } from "../../stack/view";
import { defineRule, type Context } from "../rule";

const MENDS: Readonly<Record<Placeholder["what"], string>> = {
  account: "take the account from aws.getCallerIdentity(), or the arn of the resource that is meant",
  certificate: "give the arn of an aws.acm.Certificate, or take it from the configuration",
  id: "give the id of the resource that is meant, or look it up (aws.ec2.getVpc, aws.ec2.getSubnets, …)",
  name: "give the name or arn of the resource that is meant, or take it from the configuration",
};

export default defineRule({
  id: "placeholder-identifier",
  category: "validity",
  description: "Identifiers name something that exists",
  severity: "high",
  level: "mandatory",
  failures: [],
  why:
    "An account, certificate, network or name that only stands in for the real one is refused when it is looked up, " +
    "or gives rights to nobody. Nothing shows it before the deployment.",
  fix: {
    typescript: 'certificateArn: certificate.arn, // or new pulumi.Config().require("certificateArn")',
    python: 'certificate_arn=certificate.arn,  # or pulumi.Config().require("certificateArn")',
  },
  limits:
    "What a data source answered; tags, descriptions, parameters, secrets, code and definitions of APIs; emulators of " +
    "AWS. An example account or a number such as sg-12345678 only where the sources or the configuration hold it.",
  resource: {
    check(resource, context) {
      for (const { at, text } of identifiersIn(resource)) {
        const found = placeholderIn(text, keyOfPlace(at));
        // A variable may hold anything; an ARN in it is meant as one.
        const isMeant = !at.path.includes("environment") || text.startsWith("arn:");
        if (found && isMeant && (found.isPlain || mustBeWrong(resource, found, context))) {
          context.report({
            at,
            message: `"${found.text}" stands in for ${article(found.what)} and names none; ${MENDS[found.what]}.`,
            ...answerTo(at, found),
          });
        }
      }
    },
  },
});

const article = (what: string): string => (/^[ai]/.test(what) ? `an ${what}` : `a ${what}`);

/** True for what the program wrote itself; of an emulator, any account may be the right one. */
const mustBeWrong = (resource: Resource, { text }: Placeholder, context: Context): boolean =>
  isWritten(text, context) && !isEmulated(resource) && accountOf(resource) !== text;

/** True where the program or its configuration holds the text itself. */
function isWritten(text: string, { project }: Context): boolean {
  return [...project.config.values(), ...(project.files?.literals ?? [])].some((literal) => literal.includes(text));
}

function answerTo({ path, resource }: View, { what }: Placeholder): { answer: string } | undefined {
  if (what === "account" && /\.Principal\b/.test(path)) {
    return { answer: "Invalid principal in policy" };
  }
  return resource.type === "aws:lb/listener:Listener" && path.endsWith("certificateArn")
    ? { answer: "CertificateNotFound" }
    : undefined;
}
