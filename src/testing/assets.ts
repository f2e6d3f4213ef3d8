import { SIGNATURE, SIGNATURES } from "../graph/value";
import type { Input } from "./stack";

/** `new pulumi.asset.StringAsset(text)`, as it travels. */
export const stringAsset = (text: string): Input => ({ [SIGNATURE]: SIGNATURES.asset, text });

/** `new pulumi.asset.FileAsset(path)`, as it travels. */
export const fileAsset = (path: string): Input => ({ [SIGNATURE]: SIGNATURES.asset, path });

/** `new pulumi.asset.AssetArchive(assets)`, as it travels. */
export const assetArchive = (assets: Record<string, Input>): Input => ({
  [SIGNATURE]: SIGNATURES.archive,
  assets,
});

/** `new pulumi.asset.FileArchive(path)`, as it travels. */
export const fileArchive = (path: string): Input => ({ [SIGNATURE]: SIGNATURES.archive, path });
