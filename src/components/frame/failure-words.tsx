"use client";

export type Failure = { error: unknown; retry: () => void };

/** A bug or a database out of reach, told calmly; the server's log has the rest under the code shown. */
export function FailureWords({ error, retry }: Failure) {
  const code = (error as { digest?: string } | null)?.digest;
  return (
    <div className="calm">
      <h1>Trang này chưa mở được</h1>
      <p>Hệ thống gặp lỗi khi chuẩn bị trang. Những gì đã lưu không bị mất.</p>
      <p>
        Hãy thử lại sau ít phút. Nếu vẫn lỗi, hãy báo người quản trị của cơ quan{code ? ", kèm mã lỗi dưới đây." : "."}
      </p>
      {code && (
        <p className="quiet">
          Mã lỗi: <span className="figures">{code}</span>
        </p>
      )}
      <p className="actions">
        <button type="button" className="btn btn-primary" onClick={retry}>
          Thử lại
        </button>
        <a className="btn" href="/work">
          Về Việc cần làm
        </a>
      </p>
    </div>
  );
}
