export type SignInProblem = "wrong" | "locked" | "noRole" | "wait" | "busy" | "expired" | "signedOut";

/** What the sign-in page says after a try, or after signing out. */
export function printSignInProblem(
  problem: string | undefined,
  seconds: number,
): { tone: "good" | "care" | "wrong"; text: string } | null {
  switch (problem as SignInProblem | undefined) {
    case undefined:
      return null;
    case "signedOut":
      return { tone: "good", text: "Đã đăng xuất." };
    case "wait":
      return { tone: "care", text: `Đã nhập sai nhiều lần. Hãy chờ ${Math.max(1, seconds || 1)} giây rồi thử lại.` };
    case "busy":
      return { tone: "care", text: "Máy chủ đang bận, hãy thử lại sau ít giây." };
    case "locked":
      return {
        tone: "wrong",
        text: "Tài khoản đang bị khóa. Hãy liên hệ quản trị của cơ quan hoặc của cấp trên để mở khóa.",
      };
    case "noRole":
      return {
        tone: "wrong",
        text: "Tài khoản chưa được giao vai trò ở cơ quan nào. Hãy liên hệ quản trị của cơ quan hoặc của cấp trên.",
      };
    case "expired":
      return { tone: "care", text: "Trang đăng nhập đã mở quá lâu nên chưa đăng nhập được. Hãy nhập lại." };
    default:
      return {
        tone: "wrong",
        text: "Tên đăng nhập hoặc mật khẩu chưa đúng. Hãy kiểm tra bộ gõ tiếng Việt và phím Caps Lock rồi nhập lại.",
      };
  }
}
