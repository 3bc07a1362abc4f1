"use client";
import { useEffect } from "react";
import { forgetPages } from "#lib/reports/entry/offline";

/** Whoever comes to the sign-in page finds nothing that the browser kept of the one before. */
export function ForgetDesk() {
  useEffect(() => void forgetPages(), []);
  return null;
}
