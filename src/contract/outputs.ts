function folded(name: string): string {
  return name.toLowerCase().replace(/[\s_.-]/g, "");
}

/**
 * True when an exported output is the one that the contract requires. Case and separators do not count, since Python
 * programs export `vpc_id` where TypeScript ones export `vpcId`; `|` separates alternatives: `lambda_name|lambda_arn`.
 */
export function outputMatches(required: string, exported: string): boolean {
  const name = folded(exported);
  return name !== "" && required.split("|").some((alternative) => folded(alternative) === name);
}
