import { cached } from "#lib/publication/open/answer";
import { openApiDocument } from "#lib/publication/open/openapi";

export const GET = async (request: Request) =>
  cached(request, JSON.stringify(openApiDocument(), null, 1), "application/json; charset=utf-8");
