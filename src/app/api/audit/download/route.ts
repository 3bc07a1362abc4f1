import { auditList } from "#lib/identity/audit-trail/download";
import { listRoute } from "#lib/list-route";

/** The audit trail of the own subtree as a file. */
export const GET = listRoute(auditList);
