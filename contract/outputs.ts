function folded(name: string): string {
  return name.toLowerCase().replace(/[\s_.-]/g, "");
}

/**
 * True when an exported output answers what the contract asks for. Case and separators do not count, for Python
 * programs export `vpc_id` where TypeScript ones export `vpcId`; `|` separates alternatives: `lambda_name|lambda_arn`.
 */
export function outputMatches(wanted: string, exported: string): boolean {
  const name = folded(exported);
  return name !== "" && wanted.split("|").some((alternative) => folded(alternative) === name);
}
