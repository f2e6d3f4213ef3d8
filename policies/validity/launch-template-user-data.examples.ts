import type { RuleExamples } from "../../src/rules/examples";

const template = (userData: string): string => `
const script = \`#!/bin/bash
dnf install -y nginx
\`;
const template = new aws.ec2.LaunchTemplate("web", { instanceType: "t4g.small", userData: ${userData} });
`;

export default {
  incorrect: template("script"),
  correct: template('Buffer.from(script).toString("base64")'),
} satisfies RuleExamples;
