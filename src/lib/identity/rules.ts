import { fold } from "#lib/text";

export const SHORTEST_PASSWORD = 12;
const LONGEST_PASSWORD = 128;

/** Passwords in Unicode NFC: keyboards send the same Vietnamese letters in two ways. */
export const normalPassword = (password: string) => password.normalize("NFC");

/** What is wrong with a new password, as sentences; empty when it may be used. */
export function passwordProblems(
  password: string,
  { username, current }: { username: string; current: string | null },
): string[] {
  const wanted = normalPassword(password);
  const problems: string[] = [];
  if ([...wanted].length < SHORTEST_PASSWORD)
    problems.push(`Mật khẩu mới có ${[...wanted].length} ký tự; cần ít nhất ${SHORTEST_PASSWORD} ký tự.`);
  if ([...wanted].length > LONGEST_PASSWORD) problems.push(`Mật khẩu mới dài quá ${LONGEST_PASSWORD} ký tự.`);
  if (current !== null && wanted === normalPassword(current))
    problems.push("Mật khẩu mới trùng với mật khẩu đang dùng. Hãy chọn mật khẩu khác.");
  if (holdsUsername(wanted, username)) problems.push(`Mật khẩu mới chứa tên đăng nhập “${username}”. Hãy bỏ phần đó.`);
  if (new Set(wanted).size < 5)
    problems.push("Mật khẩu mới lặp lại quá ít ký tự khác nhau; cần ít nhất 5 ký tự khác nhau.");
  return problems;
}

const holdsUsername = (password: string, username: string) => tight(password).includes(tight(username));

const tight = (text: string) => fold(text).replaceAll(" ", "");
