import { resolve } from "node:path";
import { z } from "zod";

/** Every environment variable the application reads is named here; the whole of it is checked once. */
const variables = z
  .object({
    DATABASE_URL: z
      .string()
      .refine(
        isPostgresAddress,
        "phải có dạng postgresql://tên:mật-khẩu@máy-chủ:5432/cơ-sở-dữ-liệu. Bỏ trống để dùng PostgreSQL đi kèm",
      )
      .optional(),
    DATABASE_POOL: whole(1, 200, "số kết nối tới cơ sở dữ liệu", 10),
    DATA_DIR: z
      .string()
      .default(".data")
      .transform((folder) => resolve(folder)),
    HOST: z.string().default("127.0.0.1"),
    PORT: whole(1, 65535, "số cổng", 3000),
    NEXTAUTH_SECRET: z.string().min(32, "phải dài ít nhất 32 ký tự. Tạo bằng lệnh: openssl rand -hex 32").optional(),
    NEXTAUTH_URL: z
      .string()
      .refine(isWebAddress, "phải là địa chỉ người dùng gõ vào trình duyệt, ví dụ https://thidua.example.gov.vn")
      .optional(),
    /** Absent: yes on our own database, no on the server of DATABASE_URL. */
    DEMO: yesOrNo("nạp dữ liệu trình diễn").optional(),
    EVIDENCE_FILES: whole(1, 1_000, "số tệp đính kèm tối đa của một báo cáo", 100),
    EVIDENCE_TOTAL_MB: whole(20, 10_000, "tổng dung lượng (MB) tệp đính kèm của một báo cáo", 300),
    /** A bucket turns S3 on; without one, files are kept below DATA_DIR. Without keys, those of the machine are used. */
    S3_BUCKET: z.string().optional(),
    S3_ENDPOINT: z
      .string()
      .refine(isWebAddress, "phải là địa chỉ của dịch vụ S3, ví dụ https://s3.example.gov.vn")
      .optional(),
    S3_REGION: z.string().default("us-east-1"),
    S3_ACCESS_KEY_ID: z.string().optional(),
    S3_SECRET_ACCESS_KEY: z.string().optional(),
    /** clamd, by TCP or by its Unix socket; without it files are not scanned, and pages say so. */
    CLAMD_HOST: z.string().optional(),
    CLAMD_PORT: whole(1, 65535, "số cổng của clamd", 3310),
    CLAMD_SOCKET: z.string().optional(),
    /** Folder of PEM files: the roots that signatures in PDF files are trusted by. */
    SIGNATURE_ROOTS_DIR: z.string().optional(),
    /** The mail server, for example smtp://user:password@mail.example.gov.vn:587; without one letters wait, and pages say so. */
    SMTP_URL: z
      .string()
      .refine(isMailServer, "phải có dạng smtp://tên:mật-khẩu@máy-chủ:587 hoặc smtps://…. Bỏ trống để không gửi thư")
      .optional(),
    /** Who letters come from. */
    MAIL_FROM: z.email("phải là một địa chỉ thư, ví dụ thidua@example.gov.vn").default("thidua@localhost.localdomain"),
    TRUST_PROXY: yesOrNo("tin địa chỉ máy khách do máy chủ trung gian ghi trong X-Forwarded-For").default(false),
  })
  .refine(({ S3_BUCKET, S3_ENDPOINT }) => S3_BUCKET || !S3_ENDPOINT, {
    path: ["S3_BUCKET"],
    message: "phải là tên thùng chứa khi đã đặt S3_ENDPOINT. Bỏ cả hai để lưu tệp trong DATA_DIR",
  });

export type Environment = z.output<typeof variables>;
type Name = keyof Environment;

/** Values of these are never repeated on a screen or in a log. */
const secrets: Name[] = ["DATABASE_URL", "NEXTAUTH_SECRET", "S3_SECRET_ACCESS_KEY", "SMTP_URL"];

/** A variable has a value we cannot work with; the message is one Vietnamese sentence for the operator. */
export class EnvironmentProblem extends Error {}

let checked: Environment | undefined;

/** The environment of this process, checked at the first call. @throws EnvironmentProblem */
export function env(): Environment {
  checked ??= readEnvironment(process.env);
  return checked;
}

/** @throws EnvironmentProblem that names the first wrong variable, its value and the remedy. */
export function readEnvironment(source: Record<string, string | undefined>): Environment {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()));
  const parsed = variables.safeParse(given);
  if (parsed.success) return parsed.data;

  const issue = parsed.error.issues[0];
  const name = String(issue?.path[0]) as Name;
  const value = secrets.includes(name) ? "(không in ra vì là bí mật)" : `“${given[name] ?? ""}”`;
  throw new EnvironmentProblem(`Biến môi trường ${name} có giá trị ${value} chưa dùng được: ${issue?.message}.`);
}

function whole(least: number, most: number, what: string, usual: number) {
  const message = `${what} phải là số nguyên từ ${least} đến ${most}, ví dụ ${usual}`;
  return z
    .string()
    .regex(/^\d+$/, message)
    .transform(Number)
    .pipe(z.number().min(least, message).max(most, message))
    .default(usual);
}

function yesOrNo(purpose: string) {
  return z.enum(["0", "1"], `phải là 1 (${purpose}) hoặc 0 (không)`).transform((answer) => answer === "1");
}

function isPostgresAddress(text: string) {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url !== null && /^postgres(ql)?:$/.test(url.protocol) && url.pathname.length > 1;
}

function isMailServer(text: string) {
  return URL.canParse(text) && /^smtps?:$/.test(new URL(text).protocol);
}

function isWebAddress(text: string) {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
