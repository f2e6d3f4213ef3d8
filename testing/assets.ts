import type { Input } from "./stack";

const SIGNATURE = "4dabf18193072939515e22adb298388d";

/** `new pulumi.asset.StringAsset(text)`, as it travels. */
export const stringAsset = (text: string): Input => ({ [SIGNATURE]: "c44067f5952c0a294b673a41bacd8c17", text });

/** `new pulumi.asset.FileAsset(path)`, as it travels. */
export const fileAsset = (path: string): Input => ({ [SIGNATURE]: "c44067f5952c0a294b673a41bacd8c17", path });

/** `new pulumi.asset.AssetArchive(assets)`, as it travels. */
export const assetArchive = (assets: Record<string, Input>): Input => ({
  [SIGNATURE]: "0def7320c3a5731c473e5ecbe6d01bc7",
  assets,
});

/** `new pulumi.asset.FileArchive(path)`, as it travels. */
export const fileArchive = (path: string): Input => ({ [SIGNATURE]: "0def7320c3a5731c473e5ecbe6d01bc7", path });
