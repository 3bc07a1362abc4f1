"use client";

import "./globals.css";
import { type Failure, FailureWords } from "#components/frame/failure-words";

/** The root layout itself failed. */
export default function FailedAltogether(failure: Failure) {
  return (
    <html lang="vi">
      <body>
        <title>Trang chưa mở được</title>
        <main>
          <FailureWords {...failure} />
        </main>
      </body>
    </html>
  );
}
