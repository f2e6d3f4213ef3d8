import { ECS_TASK_DEFINITION, EFS_ACCESS_POINT, EFS_FILE_SYSTEM, EFS_MOUNT_TARGET } from "../../src/aws/type-tokens";
import { groupsOf } from "../../src/aws/network/security-groups";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { known } from "../../src/graph/value";
import type { View } from "../../src/graph/view";

/** The port on which EFS answers. */
export const NFS = 2049;

/** A file system, and all the security groups of its mount targets. */
export interface Mount {
  fileSystem: Resource;
  groups: readonly Resource[];
}

/** Where a task definition or function names its file systems. */
function mountsOf(workload: Resource): View[] {
  if (workload.type !== ECS_TASK_DEFINITION) {
    return [workload.at("fileSystemConfig", "arn")];
  }
  const volumes = workload.list("volumes");
  return known(volumes) ? volumes.map((volume) => volume.at("efsVolumeConfiguration", "fileSystemId")) : [];
}

/** The file systems that a workload mounts, where the groups of all their mount targets are in the stack. */
export function fileSystemsOf(stack: Stack, workload: Resource): Mount[] {
  const named = stack.refsOfAll(
    mountsOf(workload).filter((view) => !view.isAbsent),
    EFS_FILE_SYSTEM,
    EFS_ACCESS_POINT,
  ).resources;
  const fileSystems = named.flatMap((one) =>
    one.type === EFS_ACCESS_POINT ? stack.refs(one.at("fileSystemId"), EFS_FILE_SYSTEM).resources : [one],
  );
  return [...new Set(fileSystems)].flatMap((fileSystem) => {
    const found = stack
      .referrers(fileSystem, "fileSystemId", EFS_MOUNT_TARGET)
      .map((target) => groupsOf(stack, target));
    const groups = [...new Set(found.flatMap(({ resources }) => resources))];
    // A mount target without groups is in the default one.
    const areAll = found.every(({ resources, complete }) => complete && resources.length > 0);
    return found.length > 0 && areAll && groups.every(({ external }) => !external) ? [{ fileSystem, groups }] : [];
  });
}
