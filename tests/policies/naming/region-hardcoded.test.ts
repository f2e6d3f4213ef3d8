import rule from "../../../policies/naming/region-hardcoded";
import { ruleTest } from "../../../src/testing/rule-test";
import { json, resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const config = { "aws:region": "us-east-1" };
const frankfurt = resource("pulumi:providers:aws", "frankfurt", { region: "eu-central-1" });
const subnet = (availabilityZone: Input, options = {}): BuiltResource =>
  resource("aws:ec2/subnet:Subnet", "a", { vpcId: "vpc-0a1b2c3d", availabilityZone }, options);
const endpoint = (serviceName: Input, more: Record<string, Input> = {}): BuiltResource =>
  resource("aws:ec2/vpcEndpoint:VpcEndpoint", "s3", { vpcId: "vpc-0a1b2c3d", serviceName, ...more });

ruleTest(rule, {
  valid: [
    { name: "a zone of the region", stack: [subnet("us-east-1a")], config },
    {
      name: "a zone of the provider's region",
      stack: [frankfurt, subnet("eu-central-1b", { provider: frankfurt })],
      config,
    },
    {
      name: "a zone of the resource's own region",
      stack: [resource("aws:ec2/subnet:Subnet", "a", { region: "eu-west-1", availabilityZone: "eu-west-1a" })],
      config,
    },
    { name: "a local zone", stack: [subnet("us-west-2-lax-1a")], config },
    { name: "no region set", stack: [subnet("us-west-2a")] },
    { name: "values that are not known yet", stack: [subnet(unknown)], config },
    { name: "an endpoint of the region", stack: [endpoint("com.amazonaws.us-east-1.s3")], config },
    {
      name: "an endpoint across regions",
      stack: [endpoint("com.amazonaws.vpce.us-west-2.vpce-svc-1", { serviceRegion: "us-west-2" })],
      config,
    },
    {
      name: "ARNs and images, which may be in another region",
      stack: [
        resource("aws:lambda/function:Function", "f", {
          role: "arn:aws:iam::464738291005:role/f",
          imageUri: "464738291005.dkr.ecr.eu-west-1.amazonaws.com/app:1",
          layers: ["arn:aws:lambda:eu-west-1:464738291005:layer:x:1"],
        }),
      ],
      config,
    },
    { name: "a region in the contract", stack: [subnet("us-west-2a")], config, contract: { region: "us-east-1" } },
    { name: "a resource that the stack only reads", stack: [subnet("us-west-2a", { external: true })], config },
  ],
  invalid: [
    {
      name: "a zone of another region",
      stack: [subnet("us-west-2a")],
      config,
      findings: [
        {
          resource: "a",
          path: "availabilityZone",
          message: /names us-west-2 \(an availability zone\), and the resource is in us-east-1/,
        },
      ],
    },
    {
      name: "the region of the environment",
      stack: [subnet("us-west-2a")],
      environmentRegion: "eu-west-1",
      findings: [{ resource: "a", path: "availabilityZone" }],
    },
    {
      name: "a zone of the default region in another provider's",
      stack: [frankfurt, subnet("us-east-1a", { provider: frankfurt })],
      config,
      findings: [{ resource: "a", path: "availabilityZone" }],
    },
    {
      name: "an endpoint service and a log option",
      stack: [
        endpoint("com.amazonaws.eu-west-1.s3"),
        resource("aws:ecs/taskDefinition:TaskDefinition", "task", {
          family: "shop",
          containerDefinitions: json([
            {
              name: "app",
              image: "app:1",
              logConfiguration: { logDriver: "awslogs", options: { "awslogs-region": "eu-west-1" } },
            },
          ]),
        }),
      ],
      config,
      findings: [
        { resource: "s3", path: "serviceName", message: /\(a service name\).*aws\.getRegion/ },
        { resource: "task", path: "containerDefinitions", message: /\(awslogs-region\)/ },
      ],
    },
  ],
});
