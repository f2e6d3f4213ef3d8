import rule from "../../../policies/delivery/target-group-targets";
import { resource, ruleTest, unknown, type BuiltResource, type Input } from "../../../src/testing";

const balancerArn = "arn:aws:elasticloadbalancing:us-east-1:464738291005:loadbalancer/app/web/0a1b";
const group = resource("aws:lb/targetGroup:TargetGroup", "web", { port: 80, protocol: "HTTP", vpcId: "vpc-0a" });
const green = resource("aws:lb/targetGroup:TargetGroup", "green", { port: 80, protocol: "HTTP", vpcId: "vpc-0a" });
const listener = (targetGroupArn: Input): BuiltResource =>
  resource("aws:lb/listener:Listener", "http", {
    loadBalancerArn: balancerArn,
    port: 80,
    defaultActions: [{ type: "forward", targetGroupArn }],
  });
const attachment = (targetGroupArn: Input): BuiltResource =>
  resource("aws:lb/targetGroupAttachment:TargetGroupAttachment", "web", { targetGroupArn, targetId: "i-0a" });
const service = (more: Record<string, Input>): BuiltResource =>
  resource("aws:ecs/service:Service", "web", { taskDefinition: "web:1", ...more });
const toWeb = { targetGroupArn: group.arn, containerName: "web", containerPort: 80 };

ruleTest(rule, {
  valid: [
    { name: "an attachment", stack: [group, listener(group.arn), attachment(group.arn)] },
    { name: "a service", stack: [group, listener(group.arn), service({ loadBalancers: [toWeb] })] },
    {
      name: "an Auto Scaling group",
      stack: [
        group,
        listener(group.arn),
        resource("aws:autoscaling/group:Group", "web", { minSize: 1, maxSize: 2, targetGroupArns: [group.arn] }),
      ],
    },
    { name: "a group that no listener forwards to", stack: [group] },
    {
      name: "the second group of a blue/green deployment",
      stack: [
        group,
        green,
        listener(group.arn),
        resource("aws:lb/listenerRule:ListenerRule", "green", {
          listenerArn: "arn:aws:elasticloadbalancing:us-east-1:464738291005:listener/app/web/0a1b/2c",
          conditions: [{ pathPattern: { values: ["/"] } }],
          actions: [{ type: "forward", targetGroupArn: green.arn }],
        }),
        service({ deploymentController: { type: "CODE_DEPLOY" }, loadBalancers: [toWeb] }),
        resource("aws:codedeploy/deploymentGroup:DeploymentGroup", "web", {
          appName: "web",
          deploymentGroupName: "web",
          serviceRoleArn: "arn:aws:iam::464738291005:role/deploy",
          deploymentStyle: { deploymentType: "BLUE_GREEN" },
          loadBalancerInfo: { targetGroupPairInfo: { targetGroups: [{ name: group.name }, { name: green.name }] } },
        }),
      ],
    },
    {
      name: "targets that Kubernetes registers",
      stack: [
        group,
        listener(group.arn),
        resource("kubernetes:elbv2.k8s.aws/v1beta1:TargetGroupBinding", "web", { spec: group.arn }),
      ],
    },
  ],
  invalid: [
    {
      name: "nothing registered",
      stack: [group, listener(group.arn)],
      findings: [{ resource: "web", message: /answered with 503/ }],
    },
    {
      name: "an attachment to another group",
      stack: [group, green, listener(group.arn), attachment(green.arn)],
      findings: [{ resource: "web" }],
    },
  ],
  undecided: [
    { name: "an attachment to some group", stack: [group, listener(group.arn), attachment(unknown)], at: ["web"] },
  ],
});
