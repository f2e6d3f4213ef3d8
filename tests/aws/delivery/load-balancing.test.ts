import {
  actionsOf,
  forwardedGroups,
  forwardsOf,
  listenersOf,
  loadBalancerOf,
  protocolOf,
  rulesOf,
  shiftedByDeployments,
} from "../../../src/aws/delivery/load-balancing";
import { LB_LISTENER, LB_LISTENER_RULE, LB_LOAD_BALANCER, LB_TARGET_GROUP } from "../../../src/aws/type-tokens";
import type { Resource } from "../../../src/graph/resource";
import { Stack } from "../../../src/graph/stack";
import { UNKNOWN } from "../../../src/graph/value";
import { build, resource, unknown, type BuiltResource, type Input, type Shape } from "../../../src/testing/stack";

const blue = resource(LB_TARGET_GROUP, "blue");
const green = resource(LB_TARGET_GROUP, "green");
const alb = resource(LB_LOAD_BALANCER, "alb");
const nlb = resource(LB_LOAD_BALANCER, "nlb", { loadBalancerType: "network" });

const listener = (name: string, inputs: Record<string, Input>, type = LB_LISTENER): BuiltResource =>
  resource(type, name, { loadBalancerArn: alb.arn, ...inputs });
const weighted: Input = {
  type: "forward",
  forward: {
    targetGroups: [
      { arn: blue.arn, weight: 100 },
      { arn: green.arn, weight: 0 },
    ],
  },
};

describe.each<Shape>(["preview", "up"])("load balancing (%s)", (shape) => {
  function stackOf(...resources: BuiltResource[]): { stack: Stack; the: (name: string) => Resource } {
    const stack = Stack.from(build([blue, green, alb, nlb, ...resources], shape));
    return {
      stack,
      the: (name) => stack.resources.find((one) => one.name === name) ?? (Promise.reject(new Error(name)) as never),
    };
  }
  const names = (resources: readonly Resource[]): string[] => resources.map(({ name }) => name);

  test.each<[string, Input, number[], string[]]>([
    ["one group", [{ type: "forward", targetGroupArn: blue.arn }], [1], ["blue"]],
    ["weights", [weighted], [2], ["blue", "green"]],
    ["one group in a block", [{ type: "forward", forward: { targetGroups: [{ arn: green.arn }] } }], [1], ["green"]],
    ["a redirect", [{ type: "redirect", redirect: { protocol: "HTTPS", statusCode: "HTTP_301" } }], [], []],
    ["a fixed response", [{ type: "fixed-response", fixedResponse: { contentType: "text/plain" } }], [], []],
    [
      "a login first",
      [
        { type: "authenticate-oidc", order: 1 },
        { ...(weighted as object), order: 2 },
      ],
      [2],
      ["blue", "green"],
    ],
    ["a single action without a list", weighted, [2], ["blue", "green"]],
    ["nothing", undefined, [], []],
  ])("reads %s", (_name, defaultActions, counts, groups) => {
    const { stack, the } = stackOf(listener("http", { defaultActions }));
    const forwards = forwardsOf(the("http"));
    expect(forwards.map(({ targets }) => (targets === UNKNOWN ? UNKNOWN : targets.length))).toEqual(counts);
    const refs = forwardedGroups(stack, the("http"));
    expect({ groups: names(refs.resources), complete: refs.complete }).toEqual({ groups, complete: true });
  });

  test("reads rules as it reads listeners, under older names too", () => {
    const http = listener("http", { defaultActions: [{ type: "fixed-response" }] }, "aws:alb/listener:Listener");
    const rule = resource("aws:elasticloadbalancingv2/listenerRule:ListenerRule", "rule", {
      listenerArn: http.arn,
      actions: [weighted],
    });
    const other = resource(LB_LISTENER_RULE, "other", { listenerArn: unknown, actions: [{ type: "forward" }] });
    const { stack, the } = stackOf(http, rule, other);
    expect(names(rulesOf(stack, the("http")))).toEqual(["rule"]);
    expect(names(forwardedGroups(stack, the("rule")).resources)).toEqual(["blue", "green"]);
    expect(actionsOf(the("http")).map(({ type }) => type)).toEqual(["fixed-response"]);
    expect(names(listenersOf(stack, the("alb")))).toEqual(["http"]);
    expect(names(loadBalancerOf(stack, the("http")).resources)).toEqual(["alb"]);
  });

  test.each<[string, Record<string, Input>, string | undefined]>([
    ["set", { protocol: "https" }, "HTTPS"],
    ["absent, of an application load balancer", {}, "HTTP"],
    ["absent, of a network load balancer", { loadBalancerArn: nlb.arn }, undefined],
    ["absent, of a load balancer of another stack", { loadBalancerArn: "arn:aws:elasticloadbalancing:x" }, undefined],
  ])("finds a listener's protocol: %s", (_name, inputs, protocol) => {
    const { stack, the } = stackOf(listener("http", inputs));
    expect(protocolOf(stack, the("http"))).toBe(protocol);
  });

  const service = (inputs: Record<string, Input>): BuiltResource =>
    resource("aws:ecs/service:Service", "app", {
      loadBalancers: [{ targetGroupArn: blue.arn, containerName: "app", containerPort: 80 }],
      ...inputs,
    });
  const deployments = (inputs: Record<string, Input>): BuiltResource =>
    resource("aws:codedeploy/deploymentGroup:DeploymentGroup", "app", inputs);
  const http = listener("http", { defaultActions: [{ type: "forward", targetGroupArn: blue.arn }] });
  const pair: Input = {
    targetGroupPairInfo: {
      prodTrafficRoute: { listenerArns: [http.arn] },
      targetGroups: [{ name: blue.name }, { name: green.name }],
    },
  };

  test.each<[string, BuiltResource, string[], boolean]>([
    ["a rolling service", service({}), [], true],
    ["an explicitly rolling service", service({ deploymentConfiguration: { strategy: "ROLLING" } }), [], true],
    ["a service of CodeDeploy", service({ deploymentController: { type: "CODE_DEPLOY" } }), ["blue"], true],
    [
      "a service without targets",
      service({ deploymentController: { type: "CODE_DEPLOY" }, loadBalancers: undefined }),
      [],
      true,
    ],
    [
      "a blue/green service",
      service({
        deploymentConfiguration: { strategy: "BLUE_GREEN" },
        loadBalancers: [
          {
            targetGroupArn: blue.arn,
            advancedConfiguration: { alternateTargetGroupArn: green.arn, productionListenerRule: "arn:aws:x" },
            containerName: "app",
          },
        ],
      }),
      ["blue", "green"],
      true,
    ],
    [
      "a canary whose groups are in another stack",
      service({ deploymentConfiguration: { strategy: "CANARY" }, loadBalancers: [{ targetGroupArn: "arn:aws:x" }] }),
      [],
      false,
    ],
    ["a pair of groups", deployments({ loadBalancerInfo: pair }), ["http", "blue", "green"], true],
    [
      "a blue/green deployment",
      deployments({ loadBalancerInfo: pair, deploymentStyle: { deploymentType: "BLUE_GREEN" } }),
      ["http", "blue", "green"],
      true,
    ],
    ["a deployment in place", deployments({ loadBalancerInfo: { targetGroupInfos: [{ name: blue.name }] } }), [], true],
  ])("finds what deployments shift: %s", (_name, deployment, shifted, complete) => {
    const refs = shiftedByDeployments(stackOf(http, deployment).stack);
    expect({ names: names(refs.resources), complete: refs.complete }).toEqual({ names: shifted, complete });
  });
});

describe("what is not known yet", () => {
  function preview(...resources: BuiltResource[]): Stack {
    return Stack.from(build([blue, ...resources], "preview"));
  }

  test.each<[string, Input]>([
    ["all actions", unknown],
    ["an action", [unknown]],
    ["the block", [{ type: "forward", forward: unknown }]],
    ["the groups", [{ type: "forward", forward: { targetGroups: unknown } }]],
  ])("%s", (_name, defaultActions) => {
    const stack = preview(listener("http", { defaultActions }));
    const [http] = stack.ofType(LB_LISTENER);
    expect(http && forwardsOf(http).map(({ targets }) => targets)).toEqual([UNKNOWN]);
    expect(http && forwardedGroups(stack, http)).toEqual({ resources: [], complete: false });
  });

  test("a protocol", () => {
    const stack = preview(listener("http", { protocol: unknown }));
    const [http] = stack.ofType(LB_LISTENER);
    expect(http && protocolOf(stack, http)).toBe(UNKNOWN);
  });

  test("the targets of a service that shifts its traffic", () => {
    const stack = preview(
      resource("aws:ecs/service:Service", "app", {
        loadBalancers: unknown,
        deploymentController: { type: "EXTERNAL" },
      }),
    );
    expect(shiftedByDeployments(stack)).toEqual({ resources: [], complete: false });
  });
});
