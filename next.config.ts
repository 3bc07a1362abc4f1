import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  typescript: { ignoreBuildErrors: true }, // types are a check of their own in npm test; a start need not wait for it
  serverExternalPackages: [
    "@node-rs/argon2",
    "pg",
    "@prisma/client",
    "@prisma/adapter-pg",
    "@cj-tech-master/excelts",
    "@aws-sdk/client-s3",
    "clamscan",
  ],
};

export default config;
