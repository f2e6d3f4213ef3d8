import rule from "../../../policies/network/ec2-single-network-interface";
import type { Contract } from "../../../src/contract/contract";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const contract: Contract = { frameworks: ["AWS FSBP"] };

const INTERFACE = "aws:ec2/networkInterface:NetworkInterface";
const ATTACHMENT = "aws:ec2/networkInterfaceAttachment:NetworkInterfaceAttachment";
const instance = (networkInterfaces?: Input): BuiltResource =>
  resource("aws:ec2/instance:Instance", "web", { instanceType: "t4g.small", networkInterfaces });
const web = instance();

ruleTest(rule, {
  valid: [
    { name: "one interface that AWS creates", contract, stack: [instance()] },
    {
      name: "one interface of its own",
      contract,
      stack: [instance([{ networkInterfaceId: "eni-1", deviceIndex: 0 }])],
    },
    {
      name: "the primary interface, as an export shows it",
      contract,
      stack: [web, resource(INTERFACE, "first", { attachments: [{ instance: web.id, deviceIndex: 0 }] })],
    },
  ],
  invalid: [
    {
      name: "two interfaces",
      contract,
      stack: [
        instance([
          { networkInterfaceId: "eni-1", deviceIndex: 0 },
          { networkInterfaceId: "eni-2", deviceIndex: 1 },
        ]),
      ],
      findings: [
        { resource: "web", path: "networkInterfaces", level: "mandatory", message: /has 2 network interfaces/ },
      ],
    },
    {
      name: "an attachment",
      contract,
      stack: [web, resource(ATTACHMENT, "more", { instanceId: web.id, networkInterfaceId: "eni-2", deviceIndex: 1 })],
      findings: [{ resource: "web", level: "mandatory" }],
    },
    {
      name: "an interface that is attached",
      contract,
      stack: [web, resource(INTERFACE, "second", { attachments: [{ instance: web.id, deviceIndex: 1 }] })],
      findings: [{ resource: "web", level: "mandatory" }],
    },
  ],
  undecided: [
    { name: "interfaces that are not known yet", contract, stack: [instance(unknown)], at: ["web.networkInterfaces"] },
  ],
});
