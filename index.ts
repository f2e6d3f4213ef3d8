// What Pulumi starts as the policy pack; `import` of the package gets library.ts.
import { preflight } from "./pack/preflight";

preflight({ name: "preflight", displayName: "Preflight for AWS", tags: ["aws", "security", "reliability"] });
