import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { ServiceRole } from "./shared";
import type { Database } from "./database";
import type { Foundation } from "./foundation";
import type { Platform } from "./platform";

export interface CutoverArgs {
  environmentSuffix: string;
  foundation: Foundation;
  database: Database;
  platform: Platform;
}

/** Moves the traffic from the active side to the other one, step by step, and back where that goes wrong. */
export class Cutover extends pulumi.ComponentResource {
  readonly activeSide: aws.ssm.Parameter;
  readonly stateMachine: aws.sfn.StateMachine;

  constructor(name: string, args: CutoverArgs, opts?: pulumi.ComponentResourceOptions) {
    super("payments:index:Cutover", name, {}, opts);
    const parent = { parent: this };
    const { environmentSuffix, foundation, database, platform } = args;
    const { listener, targetGroups } = platform;

    this.activeSide = new aws.ssm.Parameter(
      `payments-active-side-${environmentSuffix}`,
      {
        name: `/payments/${environmentSuffix}/active-side`,
        description: "The side that takes payments: blue or green",
        type: "String",
        value: "blue",
        allowedPattern: "^(blue|green)$",
      },
      { parent: this, ignoreChanges: ["value"] },
    );
    const settings: Record<string, pulumi.Input<string>> = {
      "database-host": database.cluster.endpoint,
      "database-secret-arn": database.secretArn,
      "listener-arn": listener.arn,
    };
    for (const [part, value] of Object.entries(settings)) {
      new aws.ssm.Parameter(
        `payments-${part}-${environmentSuffix}`,
        { name: `/payments/${environmentSuffix}/${part}`, description: `${part} of payments`, type: "String", value },
        parent,
      );
    }

    const log = foundation.logGroup("cutover", `/aws/vendedlogs/states/payments-cutover-${environmentSuffix}`);
    const role = new ServiceRole(
      `payments-cutover-role-${environmentSuffix}`,
      "states.amazonaws.com",
      [
        { actions: ["ssm:GetParameter", "ssm:PutParameter"], on: [this.activeSide.arn] },
        { actions: ["elasticloadbalancing:ModifyListener"], on: [listener.arn] },
        // None of these can be limited to a resource.
        {
          actions: [
            "elasticloadbalancing:DescribeTargetHealth",
            "logs:CreateLogDelivery",
            "logs:GetLogDelivery",
            "logs:UpdateLogDelivery",
            "logs:DeleteLogDelivery",
            "logs:ListLogDeliveries",
            "logs:PutResourcePolicy",
            "logs:DescribeResourcePolicies",
            "logs:DescribeLogGroups",
            "xray:PutTraceSegments",
            "xray:PutTelemetryRecords",
            "xray:GetSamplingRules",
            "xray:GetSamplingTargets",
          ],
          on: "*",
        },
      ],
      parent,
    );

    this.stateMachine = new aws.sfn.StateMachine(
      `payments-cutover-${environmentSuffix}`,
      {
        name: `payments-cutover-${environmentSuffix}`,
        roleArn: role.arn,
        definition: pulumi.jsonStringify(
          cutover({
            activeSide: this.activeSide.name,
            listener: listener.arn,
            blue: targetGroups.blue.arn,
            green: targetGroups.green.arn,
          }),
        ),
        loggingConfiguration: {
          level: "ALL",
          includeExecutionData: true,
          logDestination: pulumi.interpolate`${log.arn}:*`,
        },
        tracingConfiguration: { enabled: true },
      },
      { parent: this, dependsOn: role.policy },
    );
    this.registerOutputs({ stateMachineArn: this.stateMachine.arn });
  }
}

interface Parts {
  activeSide: pulumi.Input<string>;
  listener: pulumi.Input<string>;
  blue: pulumi.Input<string>;
  green: pulumi.Input<string>;
}

const SDK = "arn:aws:states:::aws-sdk";
const ROLL_BACK = [{ ErrorEquals: ["States.ALL"], Next: "RestoreTraffic" }];
const RETRY = [{ ErrorEquals: ["States.TaskFailed"], IntervalSeconds: 2, MaxAttempts: 2, BackoffRate: 2 }];

/** The states, in JSONata. `$to` and `$from` hold the side and the target group that gets and that loses traffic. */
function cutover({ activeSide, listener, blue, green }: Parts): object {
  const shift = (share: number, next: string): object => ({
    Type: "Task",
    Resource: `${SDK}:elasticloadbalancingv2:modifyListener`,
    Arguments: {
      ListenerArn: listener,
      DefaultActions: [
        {
          Type: "forward",
          ForwardConfig: {
            TargetGroups: [
              { TargetGroupArn: "{% $to.targetGroup %}", Weight: share },
              { TargetGroupArn: "{% $from.targetGroup %}", Weight: 100 - share },
            ],
          },
        },
      ],
    },
    Retry: RETRY,
    Next: next,
  });
  const observe = (seconds: number, next: string): object => ({ Type: "Wait", Seconds: seconds, Next: next });
  const health = (next: string): object => ({
    Type: "Task",
    Resource: `${SDK}:elasticloadbalancingv2:describeTargetHealth`,
    Arguments: { TargetGroupArn: "{% $to.targetGroup %}" },
    Output: {
      healthy: '{% $count($states.result.TargetHealthDescriptions[TargetHealth.State = "healthy"]) %}',
      unhealthy: '{% $count($states.result.TargetHealthDescriptions[TargetHealth.State = "unhealthy"]) %}',
    },
    Retry: RETRY,
    Next: next,
  });
  const decide = (next: string, otherwise: string): object => ({
    Type: "Choice",
    Choices: [{ Condition: "{% $states.input.healthy > 0 and $states.input.unhealthy = 0 %}", Next: next }],
    Default: otherwise,
  });
  const sides = {
    blue: { side: "blue", targetGroup: blue },
    green: { side: "green", targetGroup: green },
  };

  return {
    Comment: "Moves payments to the side that does not take them",
    QueryLanguage: "JSONata",
    StartAt: "CheckCurrentDeployment",
    TimeoutSeconds: 3600,
    States: {
      CheckCurrentDeployment: {
        Type: "Task",
        Resource: `${SDK}:ssm:getParameter`,
        Arguments: { Name: activeSide },
        Output: "{% $states.result.Parameter.Value %}",
        Retry: RETRY,
        Next: "ChooseSides",
      },
      ChooseSides: {
        Type: "Choice",
        Choices: [
          {
            Condition: '{% $states.input = "blue" %}',
            Assign: { from: sides.blue, to: sides.green },
            Next: "ValidateTargetHealth",
          },
        ],
        Assign: { from: sides.green, to: sides.blue },
        Default: "ValidateTargetHealth",
      },
      ValidateTargetHealth: health("IsTargetHealthy"),
      IsTargetHealthy: decide("ShiftTenPercent", "NothingChanged"),
      ShiftTenPercent: { ...shift(10, "WatchTenPercent"), Catch: ROLL_BACK },
      WatchTenPercent: observe(300, "ValidateTenPercent"),
      ValidateTenPercent: { ...health("IsTenPercentHealthy"), Catch: ROLL_BACK },
      IsTenPercentHealthy: decide("PerformTrafficSwitch", "RestoreTraffic"),
      PerformTrafficSwitch: { ...shift(100, "WatchSwitch"), Catch: ROLL_BACK },
      WatchSwitch: observe(300, "ValidateSwitch"),
      ValidateSwitch: { ...health("IsSwitchHealthy"), Catch: ROLL_BACK },
      IsSwitchHealthy: decide("RecordActiveSide", "RestoreTraffic"),
      RecordActiveSide: {
        Type: "Task",
        Resource: `${SDK}:ssm:putParameter`,
        Arguments: { Name: activeSide, Value: "{% $to.side %}", Type: "String", Overwrite: true },
        Retry: RETRY,
        Catch: ROLL_BACK,
        Next: "Switched",
      },
      Switched: { Type: "Succeed" },
      RestoreTraffic: shift(0, "RolledBack"),
      RolledBack: {
        Type: "Fail",
        Error: "RolledBack",
        Cause: "The new side was not well; the old one has all traffic",
      },
      NothingChanged: { Type: "Fail", Error: "TargetNotHealthy", Cause: "The new side was not well to begin with" },
    },
  };
}
