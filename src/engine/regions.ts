/** A partition of AWS. */
export interface Partition {
  name: string;
  dnsSuffix: string;
}

export interface Zone {
  name: string;
  id: string;
}

/** The letters of a region's zones, where they are not a, b and c. */
const ZONE_LETTERS: Record<string, string | undefined> = {
  "us-east-1": "abcdef",
  "us-west-1": "ac",
  "us-west-2": "abcd",
  "ca-central-1": "abd",
  "ap-northeast-1": "acd",
  "ap-northeast-2": "abcd",
};

export function partitionOf(region: string): Partition {
  if (region.startsWith("cn-")) return { name: "aws-cn", dnsSuffix: "amazonaws.com.cn" };
  if (region.startsWith("us-gov-")) return { name: "aws-us-gov", dnsSuffix: "amazonaws.com" };
  return { name: "aws", dnsSuffix: "amazonaws.com" };
}

/** `us-east-1` is `use1` in the ids of its zones. */
function shortRegion(region: string): string {
  const [area = "", ...rest] = region.split("-");
  const short = rest.map((part) =>
    part.replace(/^(north|south)(east|west)$/, (_, a: string, b: string) => a.charAt(0) + b.charAt(0)),
  );
  return area + short.map((part) => (/^\d/.test(part) || part.length <= 2 ? part : part.charAt(0))).join("");
}

export function zonesOf(region: string): Zone[] {
  return Array.from(ZONE_LETTERS[region] ?? "abc", (letter, index) => ({
    name: region + letter,
    id: `${shortRegion(region)}-az${String(index + 1)}`,
  }));
}
