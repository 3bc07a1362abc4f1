import type { z } from "zod";
import { createDocument, type ZodOpenApiPathsObject } from "zod-openapi";
import {
  agenciesAnswer,
  agenciesQuery,
  exemplarsAnswer,
  exemplarsQuery,
  numbersAnswer,
  numbersQuery,
  periodsAnswer,
  periodsQuery,
  problemAnswer,
} from "./schema.ts";

export const CREDIT =
  "Nguồn: hệ thống báo cáo phong trào thi đua “Toàn dân bảo vệ an ninh Tổ quốc”; ghi nguồn khi dùng lại. Chưa có văn bản quy định giấy phép dữ liệu mở của hệ thống.";

/** Every open address: what it is for, what it takes and what it gives. */
export const openAddresses = [
  {
    path: "/api/v1/periods",
    summary: "Các kỳ báo cáo có số liệu công bố",
    query: periodsQuery,
    answer: periodsAnswer,
    example: "/api/v1/periods",
  },
  {
    path: "/api/v1/numbers",
    summary: "Số liệu đã công bố theo tỉnh, thành phố",
    query: numbersQuery,
    answer: numbersAnswer,
    example: "/api/v1/numbers?period=2025&measure=accepted",
  },
  {
    path: "/api/v1/exemplars",
    summary: "Mô hình, điển hình tập thể đã công bố",
    query: exemplarsQuery,
    answer: exemplarsAnswer,
    example: "/api/v1/exemplars?province=H26",
  },
  {
    path: "/api/v1/agencies",
    summary: "Danh mục tỉnh, thành phố và xã, phường, đặc khu với thời gian hiệu lực",
    query: agenciesQuery,
    answer: agenciesAnswer,
    example: "/api/v1/agencies?kind=province&format=csv",
  },
] satisfies { path: string; summary: string; query: z.ZodObject; answer: z.ZodArray<z.ZodObject>; example: string }[];

/** The described addresses as OpenAPI 3.1, made of the schemas that parse and answer. */
export function openApiDocument() {
  const paths: ZodOpenApiPathsObject = Object.fromEntries(
    openAddresses.map(({ path, summary, query, answer }) => [
      path,
      {
        get: {
          summary,
          requestParams: { query },
          responses: {
            "200": {
              description: summary,
              content: { "application/json": { schema: answer }, "text/csv": { schema: { type: "string" } } },
            },
            "304": { description: "Không đổi so với bản có dấu ETag đã gửi." },
            "400": {
              description: "Tham số không dùng được; câu trả lời nêu tên tham số.",
              content: { "application/json": { schema: problemAnswer } },
            },
          },
        },
      },
    ]),
  );
  return createDocument({
    openapi: "3.1.0",
    info: { title: "Dữ liệu mở phong trào Toàn dân bảo vệ an ninh Tổ quốc", version: "1", description: CREDIT },
    paths,
  });
}
