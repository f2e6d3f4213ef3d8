import type { BuildOptions, BuiltResource, Input } from "../../src/testing/stack";
import { resource } from "../../src/testing/stack";
import { a } from "../attack/kit";

/** A small program that AWS refuses, and its twin that AWS accepts. */
export interface Rejection {
  /** What AWS refuses, in a few words. */
  name: string;
  /** The rule, or the constraint of a rule, that has to stop it. */
  by: string;
  /** Where it was read that AWS refuses it: a page of AWS, or a public report. */
  source: string;
  rejected: readonly BuiltResource[];
  accepted: readonly BuiltResource[];
}

type Inputs = Record<string, Input>;

/** A rejection that one resource shows: what both programs have, and what makes the difference. */
export function single(
  type: string,
  texts: Pick<Rejection, "name" | "by" | "source">,
  shared: Inputs,
  [wrong, right]: readonly [Inputs, Inputs],
): Rejection {
  return {
    ...texts,
    rejected: [a(type, "orders", { ...shared, ...wrong })],
    accepted: [a(type, "orders", { ...shared, ...right })],
  };
}

/** A rejection that one resource shows, in a line. */
export const one = (
  name: string,
  by: string,
  source: string,
  type: string,
  shared: Inputs,
  wrong: Inputs,
  right: Inputs,
): Rejection => single(type, { name, by, source }, shared, [wrong, right]);

/** A rejection that several resources show. */
export const many = (
  name: string,
  by: string,
  source: string,
  rejected: readonly BuiltResource[],
  accepted: readonly BuiltResource[],
): Rejection => ({ name, by, source, rejected, accepted });

/** A resource with options such as `dependsOn`. */
export const withOptions = (type: string, name: string, inputs: Inputs, options: BuildOptions): BuiltResource =>
  resource(`aws:${type}`, name, inputs, options);

export const ACCOUNT = "464738291005";
export const roleArn = (name = "orders"): string => `arn:aws:iam::${ACCOUNT}:role/${name}`;
export const SUBNETS = ["subnet-0b8d3f6a1c5e7294d", "subnet-07c2e9a4f1b6d8350", "subnet-0f4a6b1d9e2c7835a"] as const;
export const GROUP = "sg-0a7c4e1b9d2f6385e";
export const VPC = "vpc-0d9e2b7a4c6f1835b";

/** A trust policy for these service principals. */
export const trust = (...services: string[]): string =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: { Service: services }, Action: "sts:AssumeRole" }],
  });

/** A role that these services may assume. */
export const role = (...services: string[]): BuiltResource =>
  a("iam/role:Role", "orders", { assumeRolePolicy: trust(...services) });

/** A user pool that AWS accepts. */
export const userPool = (): BuiltResource =>
  a("cognito/userPool:UserPool", "users", {
    name: "users",
    mfaConfiguration: "ON",
    softwareTokenMfaConfiguration: { enabled: true },
    deletionProtection: "ACTIVE",
  });

const PROVIDER = "https://github.com/hashicorp/terraform-provider-aws/issues/";
/** Public reports. */
export const provider = (issue: number): string => `${PROVIDER}${String(issue)}`;
export const cdk = (issue: number): string => `https://github.com/aws/aws-cdk/issues/${String(issue)}`;
export const github = (path: string): string => `https://github.com/${path}`;
export const docs = (page: string): string => `https://docs.aws.amazon.com/${page}`;
