import { managedVpcs } from "../aws/network/vpc";
import { endpointsOf } from "../aws/network/vpc-endpoints";
import { UNKNOWN } from "../graph/value";
import { defineRule, type Rule } from "./rule";

/** A service that VPCs must reach through an interface endpoint. */
export interface EndpointService {
  id: string;
  /** The end of the endpoint's name, such as `ecr.api`. */
  service: string;
  /** As AWS names it. */
  name: string;
}

/** The rule that each VPC has an interface endpoint of a service. */
export const defineEndpointRule = ({ id, service, name }: EndpointService): Rule =>
  defineRule({
    id,
    category: "network",
    description: `VPCs must reach ${name} through an interface endpoint`,
    severity: "medium",
    level: "only-if-required",
    why:
      `Without an endpoint, requests to ${name} leave the VPC through a NAT or internet gateway. Through an endpoint they ` +
      "stay in AWS's network, and its policy limits what they may do.",
    fix: {
      typescript: `new aws.ec2.VpcEndpoint("${service}", {
  vpcId: vpc.id,
  serviceName: "com.amazonaws.us-east-1.${service}",
  vpcEndpointType: "Interface",
  subnetIds: [privateA.id, privateB.id],
  privateDnsEnabled: true,
});`,
      python: `aws.ec2.VpcEndpoint("${service}",
    vpc_id=vpc.id,
    service_name="com.amazonaws.us-east-1.${service}",
    vpc_endpoint_type="Interface",
    subnet_ids=[private_a.id, private_b.id],
    private_dns_enabled=True)`,
      yaml: `resources:
  endpoint:
    type: aws:ec2:VpcEndpoint
    properties:
      vpcId: \${vpc.id}
      serviceName: com.amazonaws.us-east-1.${service}
      vpcEndpointType: Interface
      subnetIds: ["\${privateA.id}", "\${privateB.id}"]
      privateDnsEnabled: true`,
    },
    limits: "VPCs of other stacks, and endpoints that another stack adds.",
    references: [
      "https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html",
      "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html",
    ],
    stack(stack, { decide }) {
      for (const vpc of managedVpcs(stack)) {
        const { endpoints, complete } = endpointsOf(stack, vpc);
        const services = endpoints.map((endpoint) => endpoint.service);
        decide(services.includes(service) || (complete && !services.includes(UNKNOWN) ? false : UNKNOWN), {
          at: vpc,
          message:
            `The VPC has no endpoint for ${name}. Add an aws.ec2.VpcEndpoint with the service name ` +
            `"com.amazonaws.<region>.${service}" and \`vpcEndpointType: "Interface"\`.`,
        });
      }
    },
  });
