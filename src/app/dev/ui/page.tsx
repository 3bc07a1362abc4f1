import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { connection } from "next/server";
import { CellStates } from "#components/dev/cell-states";
import { EvidenceParts } from "#components/dev/evidence-parts";
import { FormParts } from "#components/dev/form-parts";
import { ListPart } from "#components/dev/list-part";
import { sampleActor, sampleClock } from "#components/dev/sample-actor";
import { StoryParts } from "#components/dev/story-parts";
import { Frame } from "#components/frame/frame";
import { PageHeader } from "#components/ui/page-header";
import { Tag } from "#components/ui/tag";

export const metadata: Metadata = { title: "Các phần của giao diện" };

/** Every part of the interface in every state, for those who change it. Not there in production unless UI_GALLERY=1. */
export default async function Gallery() {
  await connection();
  if (process.env.NODE_ENV === "production" && process.env.UI_GALLERY !== "1") notFound();
  return (
    <Frame actor={sampleActor} clock={sampleClock}>
      <PageHeader
        title="Báo cáo của các đơn vị"
        tag={
          <Tag tone="wait" shape="➤" title="Gửi lúc 15:20 05/11/2026">
            Đã gửi
          </Tag>
        }
        facts={["126 xã, phường", "hạn 09/11/2026", "Công an Thành phố Hà Nội tiếp nhận"]}
        actions={
          <>
            <button type="button" className="btn">
              Tải về
            </button>
            <button type="button" className="btn btn-primary">
              Tổng hợp
            </button>
          </>
        }
      />
      <ListPart />
      <CellStates />
      <StoryParts />
      <EvidenceParts />
      <FormParts />
    </Frame>
  );
}
