import { EC2_INSTANCE, EC2_NETWORK_INTERFACE } from "../../src/aws/type-tokens";
import type { Resource } from "../../src/graph/resource";
import { mayReferTo } from "../../src/graph/stack";
import { known, UNKNOWN } from "../../src/graph/value";
import type { View } from "../../src/graph/view";
import { defineRule } from "../../src/rules/rule";

const ATTACHMENT = "aws:ec2/networkInterfaceAttachment:NetworkInterfaceAttachment";

export default defineRule({
  id: "ec2-single-network-interface",
  category: "network",
  description: "EC2 instances must have one network interface",
  severity: "low",
  level: "only-if-required",
  why:
    "An instance with an interface in each of two subnets joins networks that were separated, and traffic takes a path " +
    "that neither route tables nor security groups show.",
  fix: {
    typescript: `subnetId: application.id, // instead of several networkInterfaces`,
    python: `subnet_id=application.id,  # instead of several network_interfaces`,
    yaml: `subnetId: \${application.id} # instead of several networkInterfaces`,
  },
  references: [
    "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html",
    "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-eni.html",
  ],
  alone: [EC2_INSTANCE],
  stack(stack, { report, undecided }) {
    const attached = [
      ...stack.managed(ATTACHMENT).map((one) => one.at("instanceId")),
      ...stack.managed(EC2_NETWORK_INTERFACE).flatMap(furtherAttachments),
    ];
    for (const instance of stack.managed(EC2_INSTANCE)) {
      const own = instance.list("networkInterfaces") ?? [];
      const more = attached.filter((view) => stack.refs(view, EC2_INSTANCE).resources.includes(instance));
      // An instance that names no interface has one that AWS creates.
      const count = (known(own) ? Math.max(own.length, 1) : 1) + more.length;
      if (count > 1) {
        report({
          at: known(own) && own.length > 1 ? instance.at("networkInterfaces") : instance,
          alsoAt: more,
          message:
            `The instance has ${String(count)} network interfaces, so that it joins the networks that they are in. ` +
            "Attach one, and connect subnets by routes.",
        });
      } else if (own === UNKNOWN || attached.some((view) => mayReferTo(stack, view, EC2_INSTANCE))) {
        undecided(instance, "networkInterfaces");
      }
    }
  },
});

/** The instances that an interface is attached to beside their primary one, which is device 0. */
function furtherAttachments(networkInterface: Resource): View[] {
  const attachments = networkInterface.list("attachments") ?? [];
  return known(attachments) ? attachments.filter(isFurther).map((one) => one.at("instance")) : [];
}

function isFurther(attachment: View): boolean {
  const index = attachment.num("deviceIndex");
  return typeof index === "number" && index > 0;
}
