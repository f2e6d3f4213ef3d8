// F23: tests of a CDK app; in this project they cannot even be loaded.
import { App } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import { FastCartStack } from "../../lib/fastcart-stack";

describe("FastCartStack", () => {
  it("has a stream", () => {
    const template = Template.fromStack(new FastCartStack(new App(), "FastCart"));
    template.resourceCountIs("AWS::Kinesis::Stream", 1);
  });
});
