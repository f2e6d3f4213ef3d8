import rule from "../../../policies/validity/security-group-cycle";
import { createdAndDeployed } from "../../kit/deployed";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, type BuildOptions, type BuiltResource, type Input } from "../../../src/testing/stack";

const allow = (...securityGroups: Input[]): Input => ({
  protocol: "tcp",
  fromPort: 8080,
  toPort: 8080,
  securityGroups,
});
const group = (name: string, more: Record<string, Input> = {}, options: BuildOptions = {}): BuiltResource =>
  resource("aws:ec2/securityGroup:SecurityGroup", name, { vpcId: "vpc-0a", ...more }, options);
const web = group("web");
const tier = resource("app:index:Tier", "tier");
// The ids that the test kit gives.
const [WEB, APP] = ["ec2-web-id-1a2b3c4", "ec2-app-id-1a2b3c4"];

ruleTest(rule, {
  valid: [
    { name: "one names the other", stack: [web, group("app", { ingress: [allow(web.id)] })] },
    {
      name: "groups outside the stack",
      stack: [group("web", { ingress: [allow("sg-0a1b2c3d")] }), group("app", { ingress: [allow("sg-0a1b2c3e")] })],
    },
    {
      name: "rules of their own",
      stack: [
        web,
        group("app", { ingress: [allow(web.id)] }),
        resource("aws:ec2/securityGroupRule:SecurityGroupRule", "back", {
          type: "egress",
          securityGroupId: web.id,
          sourceSecurityGroupId: APP,
          protocol: "tcp",
          fromPort: 8080,
          toPort: 8080,
        }),
      ],
    },
    { name: "a group that names itself", stack: [group("web", { name: "web", ingress: [allow("web")] })] },
    {
      name: "a group that the stack only reads",
      stack: [
        group("web", { ingress: [allow("app")] }),
        group("app", { name: "app", ingress: [allow(WEB)] }, { external: true }),
      ],
    },
  ],
  invalid: [
    ...createdAndDeployed([
      {
        name: "groups that name each other",
        stack: [
          group("web", { name: "web", egress: [allow("app", "app")] }),
          group("app", { name: "app", ingress: [allow("sg-0a", "web")] }),
        ],
        findings: [
          {
            resource: "app",
            path: "ingress[0].securityGroups[1]",
            message:
              /^This rule names web by a string, and web names this group in `egress\[0\][^`]*` too, so neither can be created before the other\./,
          },
        ],
      },
      {
        name: "the same in a component, whose type comes before that of the group in its URN",
        stack: [
          tier,
          group("web", { name: "web", egress: [allow("app")] }, { parent: tier }),
          group("app", { name: "app", ingress: [allow("web")] }),
        ],
        findings: [{ resource: "app", path: "ingress[0].securityGroups[0]" }],
      },
      {
        name: "one the name of the other, which waits for it",
        stack: [
          group("web", { name: "web", ingress: [allow("app")] }),
          group("app", { name: "app", ingress: [allow(group("web", { name: "web", ingress: [allow("app")] }).id)] }),
        ],
        findings: [
          {
            resource: "web",
            path: "ingress[0].securityGroups[0]",
            message: /app is created after this group \(app → web\)/,
          },
        ],
      },
    ]),
    {
      name: "groups that name each other by id",
      stack: [group("web", { ingress: [allow(APP)] }), group("app", { ingress: [allow(WEB)] })],
      shape: "up",
      findings: [
        { resource: "app", path: "ingress[0].securityGroups[0]", level: "advisory", message: /replaced or deleted/ },
      ],
    },
  ],
});
