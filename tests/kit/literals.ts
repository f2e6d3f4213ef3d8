import ts from "typescript";
import { readTypeScript } from "./docs/code";
import { wholeToken, type Plain } from "./pulumi-yaml";

/** A resource as a piece of TypeScript declares it. */
interface Declared {
  type: string;
  args: Record<string, Plain>;
}

/** A piece of code of its own: statements, arguments of a resource, or an element of a list. */
export interface Piece {
  /** The errors of the parser. */
  errors: string[];
  resources: Declared[];
  /** Arguments that stand without their resource. */
  fragment?: Record<string, Plain>;
}

function plainOf(node: ts.Expression): Plain {
  if (ts.isObjectLiteralExpression(node)) {
    return plainObject(node);
  }
  if (ts.isArrayLiteralExpression(node)) {
    return node.elements.map(plainOf);
  }
  return ts.isStringLiteral(node) ? node.text : undefined;
}

function plainObject(node: ts.ObjectLiteralExpression): Record<string, Plain> {
  return Object.fromEntries(
    node.properties.flatMap((property) => {
      const { name } = property;
      if (name === undefined || !(ts.isIdentifier(name) || ts.isStringLiteral(name))) {
        return [];
      }
      return [[name.text, ts.isPropertyAssignment(property) ? plainOf(property.initializer) : undefined]];
    }),
  );
}

/** `aws.rds.Instance` as `aws:rds:Instance`. */
function tokenOf(callee: ts.Expression): string | undefined {
  const path = callee.getText().split(".");
  return path[0] === "aws" && path.length === 3 ? path.join(":") : undefined;
}

function declaredIn(source: ts.SourceFile): Declared[] {
  const found: Declared[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isNewExpression(node)) {
      const token = tokenOf(node.expression);
      const args = node.arguments?.[1];
      if (token !== undefined) {
        const isLiteral = args !== undefined && ts.isObjectLiteralExpression(args);
        found.push({ type: wholeToken(token) ?? token, args: isLiteral ? plainObject(args) : {} });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The object literal of `({ … });`. */
function framedObject(source: ts.SourceFile): ts.ObjectLiteralExpression | undefined {
  const [only] = source.statements;
  const framed = only && ts.isExpressionStatement(only) ? only.expression : undefined;
  const inner = framed && ts.isParenthesizedExpression(framed) ? framed.expression : undefined;
  return inner && ts.isObjectLiteralExpression(inner) ? inner : undefined;
}

/** The pieces of a fix in TypeScript; there may be lines of comment between them. */
export function piecesOf(fix: string): Piece[] {
  return readTypeScript(fix).map(({ source, errors }) => {
    const object = framedObject(source);
    return { errors, resources: declaredIn(source), ...(object && { fragment: plainObject(object) }) };
  });
}
