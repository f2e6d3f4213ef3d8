import { originOf } from "../../stack/origin";
import { known } from "../../stack/value";
import { defineRule } from "../rule";

const LAUNCHES = ["aws:ec2/launchTemplate:LaunchTemplate", "aws:ec2/launchConfiguration:LaunchConfiguration"];
const INSTANCES = ["aws:ec2/instance:Instance", "aws:ec2/spotInstanceRequest:SpotInstanceRequest"];
const IMAGE = /^ami-[0-9a-f]{8,17}$/;

export default defineRule({
  id: "ami-hardcoded",
  category: "naming",
  description: "Machine images are looked up",
  severity: "low",
  level: "advisory",
  failures: [],
  why:
    "An image has another id in every region, and its owner withdraws it after some time. An id in the program keeps it in " +
    "one region, and on an image that gets no more security fixes.",
  fix: {
    typescript:
      'const ami = aws.ssm.getParameterOutput({ name: "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64" }).value;',
    python:
      'ami = aws.ssm.get_parameter_output(name="/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64").value',
    yaml:
      "variables:\n  ami:\n    fn::invoke:\n      function: aws:ssm:getParameter\n      arguments:\n" +
      "        name: /aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64\n" +
      "      return: value",
  },
  limits: "Ids from the configuration, a data source or another resource; programs whose sources are not at hand.",
  resource: {
    types: [...INSTANCES, ...LAUNCHES],
    check(machine, { project, report }) {
      const view = machine.at(LAUNCHES.includes(machine.type) ? "imageId" : "ami");
      const image = view.str();
      if (known(image) && IMAGE.test(image) && originOf({ view, text: image }, project) === "source") {
        report({
          at: view,
          message:
            `${image} is written into the program, and exists in one region only, for as long as its owner keeps it; ` +
            "look it up with aws.ec2.getAmi or aws.ssm.getParameter, or take it from the configuration.",
        });
      }
    },
  },
});
