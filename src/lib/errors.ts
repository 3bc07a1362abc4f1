/** What a user may be told: a complete Vietnamese sentence, with the fields it is about. Everything else is a bug. */
export class UserFacingError extends Error {
  readonly status: 400 | 401 | 403 | 404 | 409 | 422 | 429;
  readonly fields: FieldProblem[];
  /** What the page needs to go on, for example the current version after a conflict. */
  readonly detail: Record<string, unknown>;

  constructor(status: UserFacingError["status"], message: string, fields: FieldProblem[] = [], detail = {}) {
    super(message);
    this.name = "UserFacingError";
    this.status = status;
    this.fields = fields;
    this.detail = detail;
  }
}

/** A problem of one field: `field` is its name in the form, `message` names the value and the remedy, `href` leads to it on another page. */
export type FieldProblem = { field: string; message: string; href?: string };

export const refused = (message: string, fields: FieldProblem[] = [], detail = {}) =>
  new UserFacingError(422, message, fields, detail);

/** What is not yours to see is not found. `what` completes the sentence: “Không tìm thấy báo cáo.” */
export const notFound = (what: string) =>
  new UserFacingError(
    404,
    `Không tìm thấy ${what}. Có thể địa chỉ sai hoặc ${what} không thuộc phạm vi của cơ quan đồng chí.`,
  );

export const conflict = (
  message = "Nội dung vừa được người khác thay đổi. Hãy xem bản mới rồi làm lại; phần đồng chí đã nhập vẫn còn trên màn hình.",
  detail = {},
) => new UserFacingError(409, message, [], detail);

export const signInNeeded = () => new UserFacingError(401, "Phiên làm việc đã hết. Hãy đăng nhập lại để tiếp tục.");

/** @throws UserFacingError 403 when somebody who may see the thing may not do this to it. */
export function authorize(
  allowed: boolean,
  message = "Vai trò hiện tại không được làm việc này. Hãy đổi sang cơ quan hoặc vai trò phù hợp.",
) {
  if (!allowed) throw new UserFacingError(403, message);
}
