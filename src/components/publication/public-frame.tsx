import type { ReactNode } from "react";
import { DemonstrationBanner } from "#components/frame/demonstration-banner";
import { BandName } from "#components/frame/frame";
import styles from "./public.module.css";

const places = [
  { href: "/campaign", label: "Phong trào" },
  { href: "/progress", label: "Tiến độ" },
  { href: "/exemplars", label: "Mô hình, điển hình" },
  { href: "/awarded", label: "Khen thưởng" },
  { href: "/open-data", label: "Dữ liệu mở" },
];

/** Around the pages for everybody: the same for whoever looks, so that they can be kept; no script is needed. */
export function PublicFrame({ children }: { children: ReactNode }) {
  return (
    <>
      <a className="skip" href="#main">
        Đến nội dung chính
      </a>
      <DemonstrationBanner />
      <header className="band">
        <BandName href="/" />
        <a className={styles.signIn} href="/work">
          Đăng nhập
        </a>
      </header>
      <nav className={styles.places} aria-label="Các mục">
        {places.map(({ href, label }) => (
          <a key={href} href={href}>
            {label}
          </a>
        ))}
      </nav>
      <main className={styles.page} id="main" tabIndex={-1}>
        {children}
      </main>
      <footer className={styles.foot}>
        <p>
          Phong trào thi đua “Toàn dân bảo vệ an ninh Tổ quốc” · <a href="/open-data">Dữ liệu mở và nguồn</a>
        </p>
        <p>Trang công khai không nêu thông tin cá nhân và chỉ có số liệu do hai bộ chủ trì quyết định công bố.</p>
      </footer>
    </>
  );
}
