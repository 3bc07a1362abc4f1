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

/*
 * The faces are 126 kB, more than a second of a thin line: on the first visit they come after everything that makes the page
 * work, and from then on, being in the browser's cache, at once. Before the first paint, so it cannot be a module.
 */
const FACES = `try{const root=document.documentElement,show=()=>{root.dataset.faces="";localStorage.faces=1};
const later=()=>(window.requestIdleCallback??setTimeout)(show);
localStorage.faces?show():addEventListener("load",later)}catch{}`;

export default function RootLayout({ children }: { children: React.ReactNode }) {
  return (
    <html lang="vi" className={fonts.latin.variable} suppressHydrationWarning>
      <head>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours */}
        <script dangerouslySetInnerHTML={{ __html: FACES }} />
      </head>
      <body>
        {children}
        <Flash />
        <PrintFoot />
      </body>
    </html>
  );
}
