import rule from "../../../policies/network/subnet-availability-zone-valid";
import { createdAndDeployed } from "../../kit/deployed";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const GROUP = "aws:autoscaling/group:Group";
const EU = { config: { "aws:region": "eu-central-1" } };
const provider = (region: Input): BuiltResource => resource("pulumi:providers:aws", "europe", { region });
const europe = provider("eu-central-1");
const later = provider(unknown);
const silent = provider(undefined);
const subnet = (availabilityZone: Input, more: Record<string, Input> = {}, by?: BuiltResource): BuiltResource =>
  resource(
    "aws:ec2/subnet:Subnet",
    "private",
    { vpcId: "vpc-0123", availabilityZone, ...more },
    by && { provider: by },
  );

ruleTest(rule, {
  valid: [
    { name: "a zone of the configured region", stack: [subnet("eu-central-1a")], ...EU },
    { name: "a zone of the environment's region", stack: [subnet("eu-west-1c")], environmentRegion: "eu-west-1" },
    { name: "a zone of the provider's region", stack: [europe, subnet("eu-central-1b", {}, europe)] },
    {
      name: "a zone of the resource's own region",
      stack: [europe, subnet("us-east-1a", { region: "us-east-1" }, europe)],
      ...EU,
    },
    {
      name: "a local zone and a wavelength zone of the region",
      stack: [subnet("us-west-2-lax-1a"), subnet("us-west-2-wl1-las-wlz-1")],
      config: { "aws:region": "us-west-2" },
    },
    { name: "no zone", stack: [subnet(undefined), subnet("")], ...EU },
    { name: "an id of a zone, and a text that is none", stack: [subnet("use1-az1"), subnet("nova")], ...EU },
    { name: "no region to compare with", stack: [subnet("us-east-1a")] },
    {
      name: "an explicit provider without a region, which does not take the configured one",
      stack: [silent, subnet("us-east-1a", {}, silent)],
      ...EU,
    },
    {
      name: "a subnet that the stack only reads",
      stack: [resource("aws:ec2/subnet:Subnet", "shared", { availabilityZone: "us-east-1a" }, { external: true })],
      ...EU,
    },
    { name: "a good zone while the region is not known", stack: [later, subnet(undefined, {}, later)] },
  ],
  invalid: createdAndDeployed([
    {
      name: "a zone of another region than the configured one",
      stack: [subnet("us-east-1a")],
      ...EU,
      findings: [
        {
          resource: "private",
          path: "availabilityZone",
          message: /"us-east-1a" is a zone of us-east-1, but this is created in eu-central-1.*such as "eu-central-1a"/,
        },
      ],
    },
    {
      name: "a zone of the configured region under a provider of another",
      stack: [europe, subnet("us-east-1a", {}, europe)],
      config: { "aws:region": "us-east-1" },
      findings: [{ resource: "private", path: "availabilityZone" }],
    },
    {
      name: "a zone of the provider's region for a resource of another",
      stack: [europe, subnet("eu-central-1a", { region: "eu-west-1" }, europe)],
      findings: [{ resource: "private", path: "availabilityZone" }],
    },
    {
      name: "a local zone of another region",
      stack: [subnet("us-west-2-lax-1a")],
      ...EU,
      findings: [{ resource: "private", path: "availabilityZone", message: /a zone of us-west-2/ }],
    },
    {
      name: "the region itself",
      stack: [subnet("eu-central-1")],
      ...EU,
      findings: [{ resource: "private", path: "availabilityZone", message: /is a region, not an availability zone/ }],
    },
    {
      name: "one zone of several, of a resource without subnets",
      stack: [resource(GROUP, "workers", { availabilityZones: ["eu-central-1a", "eu-west-1a"] })],
      ...EU,
      findings: [{ resource: "workers", path: "availabilityZones[1]" }],
    },
    {
      name: "beside one that is not known yet",
      stack: [resource(GROUP, "workers", { availabilityZones: [unknown, "eu-west-1a"] })],
      ...EU,
      findings: [{ resource: "workers", path: "availabilityZones[1]" }],
    },
  ]),
  undecided: [
    { name: "a zone that is not known yet", stack: [subnet(unknown)], ...EU, at: ["private.availabilityZone"] },
    {
      name: "zones that are not known yet",
      stack: [resource(GROUP, "workers", { availabilityZones: unknown })],
      ...EU,
      at: ["workers.availabilityZones"],
    },
    {
      name: "a region that is not known yet",
      stack: [later, subnet("us-east-1a", {}, later)],
      at: ["private.region"],
    },
  ],
});
