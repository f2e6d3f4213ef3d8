import { defineEndpointRule } from "../../src/rules/interface-endpoint";

export default defineEndpointRule({
  id: "vpc-endpoint-ecr-registry",
  service: "ecr.dkr",
  name: "the image registry of ECR",
});
