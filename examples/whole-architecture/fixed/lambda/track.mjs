import { DynamoDBClient, GetItemCommand } from "@aws-sdk/client-dynamodb";

const table = new DynamoDBClient();

export async function handler({ path }) {
  const parcelId = path.split("/").at(-1);
  const { Item } = await table.send(
    new GetItemCommand({ TableName: process.env.TABLE, Key: { parcelId: { S: parcelId } } }),
  );
  return Item ? { statusCode: 200, body: Item.state.S } : { statusCode: 404, body: "No such parcel" };
}
