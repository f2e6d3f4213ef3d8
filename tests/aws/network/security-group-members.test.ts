import { members, others } from "../../../src/aws/data/security-group-members.json";
import schema from "../../../src/testing/aws-schema.json";

type Shape = Readonly<Record<string, string | number>>;
const types: Readonly<Record<string, Shape>> = schema.types;
const shapes: Readonly<Record<string, Shape | undefined>> = schema.shapes;

const NAMES_GROUPS = /security_?groups?(?:id|arn|name)?s?(?:lists?)?s?$/i;

/** The paths of the arguments of a shape that name security groups, at any depth. */
function pathsIn(shape: Shape, path: readonly string[] = []): string[] {
  return Object.entries(shape).flatMap(([key, inner]) => {
    const here = [...path, key];
    const below = typeof inner === "string" && here.length < 7 ? shapes[inner] : undefined;
    return NAMES_GROUPS.test(key) ? [here.join(".")] : below ? pathsIn(below, here) : [];
  });
}

// What only names groups in rules and attachments; the old names of a type are those of its new one.
const OTHER_TYPES =
  /^aws:(?:alb\/|ec2\/securityGroup|vpc\/securityGroup|ec2\/networkInterfaceSecurityGroupAttachment|ec2\/vpcSecurityGroupRulesExclusive)/;

it("has every argument of @pulumi/aws that names security groups", () => {
  const listed: Readonly<Record<string, readonly string[] | undefined>> = members;
  const missing = Object.entries(types)
    .filter(([type]) => !OTHER_TYPES.test(type))
    .flatMap(([type, shape]) =>
      pathsIn(shape)
        .filter((path) => listed[path]?.includes(type) !== true && !others.includes(path))
        .map((path) => `${type} ${path}`),
    );
  expect(missing).toEqual([]);
});

it("has no argument that @pulumi/aws does not have", () => {
  const unknown = Object.entries(members).flatMap(([path, of]) =>
    of
      .filter((type) => types[type] === undefined || !pathsIn(types[type]).includes(path))
      .map((type) => `${type} ${path}`),
  );
  expect(unknown).toEqual([]);
});
