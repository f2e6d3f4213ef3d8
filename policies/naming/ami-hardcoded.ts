import { EC2_LAUNCH_CONFIGURATION, EC2_SPOT_INSTANCE_REQUEST } from "../../src/aws/type-tokens";
import { originOf } from "../../src/source/origin";
import { known } from "../../src/graph/value";
import { defineRule } from "../../src/rules/rule";

const LAUNCHES = ["aws:ec2/launchTemplate:LaunchTemplate", EC2_LAUNCH_CONFIGURATION];
const INSTANCES = ["aws:ec2/instance:Instance", EC2_SPOT_INSTANCE_REQUEST];
const IMAGE = /^ami-[0-9a-f]{8,17}$/;

export default defineRule({
  id: "ami-hardcoded",
  category: "naming",
  description: "Machine images must be looked up",
  severity: "low",
  level: "advisory",
  failures: [],
  why:
    "An image has another id in every region, and its owner withdraws it after some time. An id in the program ties it to " +
    "one region, and to an image that gets no more security fixes.",
  fix: {
    typescript: `const ami = aws.ssm.getParameterOutput({
  name: "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64",
}).value;`,
    python: `ami = aws.ssm.get_parameter_output(
    name="/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64").value`,
    yaml: `variables:
  ami:
    fn::invoke:
      function: aws:ssm:getParameter
      arguments:
        name: /aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64
      return: value`,
  },
  limits: "Ids from the configuration, a data source or another resource; programs whose sources cannot be read.",
  references: [
    "https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-public-parameters-ami.html",
  ],
  resource: {
    types: [...INSTANCES, ...LAUNCHES],
    check(machine, { project, report }) {
      const view = machine.at(LAUNCHES.includes(machine.type) ? "imageId" : "ami");
      const image = view.str();
      if (known(image) && IMAGE.test(image) && originOf({ view, text: image }, project) === "source") {
        report({
          at: view,
          message:
            `The image "${image}" is hard-coded, and exists in one region only, for as long as its owner keeps it. Look it up ` +
            "(aws.ec2.getAmi, aws.ssm.getParameter), or take it from the configuration.",
        });
      }
    },
  },
});
