import { ECS_TASK_DEFINITION } from "../../src/aws/type-tokens";
import { equals } from "../../src/graph/certainty";
import { known } from "../../src/graph/value";
import { defineRule } from "../../src/rules/rule";

export default defineRule({
  id: "ecs-efs-in-transit",
  category: "encryption",
  description: "ECS tasks must mount EFS file systems over TLS",
  severity: "medium",
  level: "only-if-required",
  why: "Without TLS, files pass between the task and the file system in plain text.",
  fix: {
    typescript: `volumes: [{
  name: "files",
  efsVolumeConfiguration: { fileSystemId: files.id, transitEncryption: "ENABLED" },
}],`,
    python: `volumes=[{
    "name": "files",
    "efs_volume_configuration": {"file_system_id": files.id, "transit_encryption": "ENABLED"},
}],`,
    yaml: `volumes:
  - name: files
    efsVolumeConfiguration:
      fileSystemId: \${files.id}
      transitEncryption: ENABLED`,
  },
  references: [
    "https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html",
    "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/efs-volumes.html",
  ],
  resource: {
    types: [ECS_TASK_DEFINITION],
    check(task, { decide, undecided }) {
      const volumes = task.list("volumes") ?? [];
      if (!known(volumes)) {
        undecided(task, "volumes");
        return;
      }
      for (const files of volumes.map((volume) => volume.at("efsVolumeConfiguration")).filter((one) => !one.isAbsent)) {
        decide(equals(files.str("transitEncryption"), "ENABLED"), {
          at: files,
          property: "transitEncryption",
          message:
            "Files pass between the task and this file system in plain text. " + 'Set `transitEncryption: "ENABLED"`.',
        });
      }
    },
  },
});
