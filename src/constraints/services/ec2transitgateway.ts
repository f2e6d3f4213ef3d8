import type { ServiceConstraints } from "../form";

export default {
  date: "2026-11-30",
  constraints: {
    "aws.ec2transitgateway.transit-gateway.asn": {
      type: "aws:ec2transitgateway/transitGateway:TransitGateway",
      when: { amazonSideAsn: { present: true } },
      require: [{ amazonSideAsn: { min: 64512, max: 65534 } }, { amazonSideAsn: { min: 4200000000, max: 4294967294 } }],
      must: "`amazonSideAsn` is 64512 to 65534 or 4200000000 to 4294967294.",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_TransitGatewayRequestOptions.html",
      accepts: [{ amazonSideAsn: 64512 }, { amazonSideAsn: 4200000000 }, { description: "x" }],
      rejects: [{ amazonSideAsn: 7224 }],
    },
  },
} satisfies ServiceConstraints;
