import "server-only";
import type { Readable } from "node:stream";
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from "@aws-sdk/client-s3";
import type { ObjectStore } from "./store.ts";

type Settings = {
  bucket: string;
  endpoint: string | undefined;
  region: string;
  keys: { id: string; secret: string } | undefined;
};

/** Objects in a bucket of S3 or of a service that speaks its protocol. */
export function s3Store({ bucket, endpoint, region, keys }: Settings): ObjectStore {
  const client = new S3Client({
    region,
    ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
    ...(keys ? { credentials: { accessKeyId: keys.id, secretAccessKey: keys.secret } } : {}),
    // Older services store the trailing checksum of a chunked body as if it were content.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
    requestHandler: { connectionTimeout: 5_000, requestTimeout: 30_000 },
  });
  return {
    put: async (key, content) => {
      await client.send(
        new PutObjectCommand({ Bucket: bucket, Key: key, Body: content, ContentLength: content.byteLength }),
      );
    },
    get: (key, range) =>
      orWhenAbsent(null, async () => {
        const Range = range && `bytes=${range.start}-${range.end}`;
        const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key, Range }));
        return Body as Readable;
      }),
    has: (key) =>
      orWhenAbsent(false, async () => {
        await client.send(new HeadObjectCommand({ Bucket: bucket, Key: key }));
        return true;
      }),
    remove: async (key) => {
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
    },
    removeAll: async (folder) => {
      // One page is 1,000 objects; one by one, because not every service speaks the batch request.
      for (;;) {
        const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: `${folder}/` }));
        if (Contents.length === 0) return;
        for (const { Key } of Contents) await client.send(new DeleteObjectCommand({ Bucket: bucket, Key }));
      }
    },
  };
}

async function orWhenAbsent<Found, Absent>(answer: Absent, ask: () => Promise<Found>): Promise<Found | Absent> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404) return answer;
    throw error;
  }
}
