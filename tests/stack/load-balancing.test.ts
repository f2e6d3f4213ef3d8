import {
  actionsOf,
  forwardedGroups,
  forwardsOf,
  LISTENER,
  LISTENER_RULE,
  listenersOf,
  LOAD_BALANCER,
  loadBalancerOf,
  protocolOf,
  rulesOf,
  shiftedByDeployments,
  TARGET_GROUP,
} from "../../stack/load-balancing";
import type { Resource } from "../../stack/resource";
import { Stack } from "../../stack/stack";
import { UNKNOWN } from "../../stack/value";
import { build, resource, unknown, type BuiltResource, type Input, type Shape } from "../../testing/stack";

const blue = resource(TARGET_GROUP, "blue");
const green = resource(TARGET_GROUP, "green");
const alb = resource(LOAD_BALANCER, "alb");
const nlb = resource(LOAD_BALANCER, "nlb", { loadBalancerType: "network" });

const listener = (name: string, inputs: Record<string, Input>, type = LISTENER): BuiltResource =>
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
    const other = resource(LISTENER_RULE, "other", { listenerArn: unknown, actions: [{ type: "forward" }] });
    const { stack, the } = stackOf(http, rule, other);
    expect(names(rulesOf(stack, the("http")))).toEqual(["rule"]);
    expect(names(forwardedGroups(stack, the("rule")).resources)).toEqual(["blue", "green"]);
    expect(actionsOf(the("http")).map(({ type }) => type)).toEqual(["fixed-response"]);
    expect(names(listenersOf(stack, the("alb")))).toEqual(["http"]);
    expect(names(loadBalancerOf(stack, the("http")).resources)).toEqual(["alb"]);
  });

  test.each<[string, Record<string, Input>, string | undefined]>([
    ["said", { protocol: "https" }, "HTTPS"],
    ["not said, of an application load balancer", {}, "HTTP"],
    ["not said, of a network load balancer", { loadBalancerArn: nlb.arn }, undefined],
    ["not said, of a load balancer elsewhere", { loadBalancerArn: "arn:aws:elasticloadbalancing:x" }, undefined],
  ])("tells a listener's protocol: %s", (_name, inputs, protocol) => {
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
    ["a rolling service that says so", service({ deploymentConfiguration: { strategy: "ROLLING" } }), [], true],
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
      "a canary whose groups are elsewhere",
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
  ])("tells what deployments shift: %s", (_name, deployment, shifted, complete) => {
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
    const [http] = stack.ofType(LISTENER);
    expect(http && forwardsOf(http).map(({ targets }) => targets)).toEqual([UNKNOWN]);
    expect(http && forwardedGroups(stack, http)).toEqual({ resources: [], complete: false });
  });

  test("a protocol", () => {
    const stack = preview(listener("http", { protocol: unknown }));
    const [http] = stack.ofType(LISTENER);
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
