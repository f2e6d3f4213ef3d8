import { ownPackage } from "../home";

/** The version of this package. */
export const version = (): string => ownPackage().version ?? "";
