import "server-only";
import { pool, type Queryable, row, rows } from "#lib/db";
import type { Scope } from "../../policy.ts";
import type { Words } from "../definition.ts";

export type SavedView = {
  id: string;
  title: string;
  definition: Words;
  personId: string;
  personName: string;
  agencyId: string;
  agencyName: string;
  createdAt: Date;
};

const COLUMNS = `id, title, definition, person_id as "personId", person_name as "personName", agency_id as "agencyId", agency_name as "agencyName", created_at as "createdAt"`;

const MOST_VIEWS = 100;

/** The views of a scope that have not been taken away, the latest first. The scope is one the actor was found to watch. */
export const listViews = (scope: Scope) =>
  rows<SavedView>(
    `select ${COLUMNS} from pivot_view where scope_id = $1 and retired_at is null order by created_at desc, id limit ${MOST_VIEWS}`,
    [scope.id],
  );

/** A view of this scope by the word of its link; null when it is another scope's or has been taken away. */
export const findView = (scope: Scope, id: string, client: Queryable = pool) =>
  row<SavedView>(
    `select ${COLUMNS} from pivot_view where id = $1 and scope_id = $2 and retired_at is null`,
    [id, scope.id],
    client,
  );
