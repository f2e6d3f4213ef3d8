import { DynamoDBClient, QueryCommand } from "@aws-sdk/client-dynamodb";

const table = new DynamoDBClient();

export async function handler({ detail }) {
  const { Items = [] } = await table.send(
    new QueryCommand({
      TableName: process.env.TABLE,
      KeyConditionExpression: "parcelId = :parcel",
      ExpressionAttributeValues: { ":parcel": { S: detail.parcelId ?? "overdue" } },
    }),
  );
  console.log(JSON.stringify({ notified: Items.map(({ receiver }) => receiver.SS) }));
}
