import type { RuleExamples } from "../../src/rules/examples";

export default {
  incorrect: `
const rule = (peer: string) => [{ protocol: "tcp", fromPort: 8080, toPort: 8080, securityGroups: [peer] }];
const web = new aws.ec2.SecurityGroup("web", { name: "web", egress: rule("app") });
const app = new aws.ec2.SecurityGroup("app", { name: "app", ingress: rule("web") });
`,
  correct: `
const web = new aws.ec2.SecurityGroup("web");
const app = new aws.ec2.SecurityGroup("app");
const port = { ipProtocol: "tcp", fromPort: 8080, toPort: 8080 };
const out = new aws.vpc.SecurityGroupEgressRule("web-to-app", {
  securityGroupId: web.id, referencedSecurityGroupId: app.id, ...port,
});
const into = new aws.vpc.SecurityGroupIngressRule("web-to-app", {
  securityGroupId: app.id, referencedSecurityGroupId: web.id, ...port,
});
`,
} satisfies RuleExamples;
