import "./globals.css";
import type { Metadata, Viewport } from "next";
import { PrintFoot } from "#components/frame/print-foot";
import { Flash } from "#components/ui/flash";
import { fonts } from "./fonts";

export const metadata: Metadata = {
  title: {
    default: "Phong trào thi đua Toàn dân bảo vệ an ninh Tổ quốc",
    template: "%s – Toàn dân bảo vệ an ninh Tổ quốc",
  },
  description: "Báo cáo, tổng hợp và theo dõi phong trào thi đua Toàn dân bảo vệ an ninh Tổ quốc.",
  icons: { icon: { url: "/icon.svg", type: "image/svg+xml" } },
  robots: { index: false, follow: false },
  formatDetection: { telephone: false, date: false, address: false, email: false },
};

export const viewport: Viewport = { themeColor: "#8f1216", colorScheme: "light dark" };

export default function RootLayout({ children }: { children: React.ReactNode }) {
  return (
    <html lang="vi" className={fonts.latin.variable}>
      <body>
        {children}
        <Flash />
        <PrintFoot />
      </body>
    </html>
  );
}
