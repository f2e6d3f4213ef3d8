import type { ServiceConstraints } from "../form";

export default {
  date: "2026-11-30",
  constraints: {
    "aws.directconnect.connection.bandwidth": {
      type: "aws:directconnect/connection:Connection",
      require: {
        bandwidth: [
          "50Mbps",
          "100Mbps",
          "200Mbps",
          "300Mbps",
          "400Mbps",
          "500Mbps",
          "1Gbps",
          "2Gbps",
          "5Gbps",
          "10Gbps",
          "25Gbps",
          "100Gbps",
          "400Gbps",
        ],
      },
      must: '`bandwidth` is a speed that AWS offers, such as "1Gbps" or "10Gbps".',
      source: "https://docs.aws.amazon.com/directconnect/latest/APIReference/API_CreateConnection.html",
      accepts: [{ bandwidth: "1Gbps" }, { bandwidth: "50Mbps" }],
      rejects: [{ bandwidth: "3Gbps" }],
    },
    "aws.directconnect.private-virtual-interface.vlan": {
      type: "aws:directconnect/privateVirtualInterface:PrivateVirtualInterface",
      require: { vlan: { min: 1, max: 4094 } },
      must: "`vlan` is 1 to 4094.",
      source: "https://docs.aws.amazon.com/directconnect/latest/APIReference/API_NewPrivateVirtualInterface.html",
      accepts: [{ vlan: 400 }],
      rejects: [{ vlan: 5000 }],
    },
    "aws.directconnect.public-virtual-interface.vlan": {
      type: "aws:directconnect/publicVirtualInterface:PublicVirtualInterface",
      require: { vlan: { min: 1, max: 4094 } },
      must: "`vlan` is 1 to 4094.",
      source: "https://docs.aws.amazon.com/directconnect/latest/APIReference/API_NewPublicVirtualInterface.html",
      accepts: [{ vlan: 400 }],
      rejects: [{ vlan: 5000 }],
    },
    "aws.directconnect.transit-virtual-interface.vlan": {
      type: "aws:directconnect/transitVirtualInterface:TransitVirtualInterface",
      require: { vlan: { min: 1, max: 4094 } },
      must: "`vlan` is 1 to 4094.",
      source: "https://docs.aws.amazon.com/directconnect/latest/APIReference/API_NewTransitVirtualInterface.html",
      accepts: [{ vlan: 400 }],
      rejects: [{ vlan: 5000 }],
    },
  },
} satisfies ServiceConstraints;
