import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

export const COLORS = ["blue", "green"] as const;
export type Color = (typeof COLORS)[number];

export const APPLICATION_PORT = 8080;
export const DATABASE_PORT = 3306;

export interface Permission {
  actions: string[];
  on: pulumi.Input<string>[] | "*";
}

/** A role for one AWS service. What uses it waits for `policy`. */
export class ServiceRole extends pulumi.ComponentResource {
  readonly arn: pulumi.Output<string>;
  readonly policy: aws.iam.RolePolicy;

  constructor(name: string, service: string, permissions: Permission[], opts?: pulumi.ComponentResourceOptions) {
    super("payments:index:ServiceRole", name, {}, opts);
    const role = new aws.iam.Role(
      name,
      {
        assumeRolePolicy: JSON.stringify({
          Version: "2012-10-17",
          Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: service } }],
        }),
      },
      { parent: this },
    );
    this.policy = new aws.iam.RolePolicy(
      name,
      {
        role: role.name,
        policy: pulumi.jsonStringify({
          Version: "2012-10-17",
          Statement: permissions.map(({ actions, on }) => ({ Effect: "Allow", Action: actions, Resource: on })),
        }),
      },
      { parent: this },
    );
    this.arn = role.arn;
    this.registerOutputs({ arn: this.arn });
  }
}
