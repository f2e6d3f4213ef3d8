/**
 * Older names under which @pulumi/aws registers the same type, folded into the current ones so that a rule names a
 * type once. Source: the aliases in the compiled classes of @pulumi/aws 7.
 */
const MODULE_ALIASES: Readonly<Record<string, string>> = {
  "aws:alb": "aws:lb",
  "aws:applicationloadbalancing": "aws:lb",
  "aws:elasticloadbalancingv2": "aws:lb",
  "aws:elasticloadbalancing": "aws:elb",
};

const S3_V2 = /^(aws:s3\/bucket\w*)V2:(\w+)V2$/;

const canonical = new Map<string, string>();

/** The current token of a type: `aws:alb/listener:Listener` is `aws:lb/listener:Listener`. */
export function canonicalType(token: string): string {
  let type = canonical.get(token);
  if (type === undefined) {
    const slash = token.indexOf("/");
    const renamed = slash < 0 ? undefined : MODULE_ALIASES[token.slice(0, slash)];
    type = renamed === undefined ? token.replace(S3_V2, "$1:$2") : renamed + token.slice(slash);
    canonical.set(token, type);
  }
  return type;
}

/** The class that a program creates a resource of this type with: `aws.ec2.Eip` for `aws:ec2/eip:Eip`. */
export function classOf(token: string): string {
  const [name = "", ...rest] = token.split(":");
  const type = rest.pop() ?? "";
  const module = rest.join(".").split("/", 1).join("");
  return [name, ...(module === "" || module === "index" ? [] : [module]), type].join(".");
}
