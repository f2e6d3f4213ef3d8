import type { ServiceConstraints } from "../form";

export default {
  date: "2026-11-30",
  constraints: {
    "aws.storagegateway.nfs-file-share.squash": {
      type: "aws:storagegateway/nfsFileShare:NfsFileShare",
      when: { squash: { present: true } },
      require: { squash: ["RootSquash", "NoSquash", "AllSquash"] },
      must: '`squash` is "RootSquash", "NoSquash" or "AllSquash".',
      source: "https://docs.aws.amazon.com/storagegateway/latest/APIReference/API_CreateNFSFileShare.html",
      accepts: [{ squash: "RootSquash" }, { clientLists: ["x"] }],
      rejects: [{ squash: "RootsSquash" }],
    },
  },
} satisfies ServiceConstraints;
