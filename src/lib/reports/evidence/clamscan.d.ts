/** The part of clamscan 2.4 we use; the package has no types. */
declare module "clamscan" {
  import type { Readable } from "node:stream";
  export default class NodeClam {
    init(options: object): Promise<NodeClam>;
    scanStream(stream: Readable): Promise<{ isInfected: boolean | null; viruses: string[] }>;
  }
}
