import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Packer } from "docx";
import { shippedTemplate } from "./shipped.ts";

/** `npm run documents:templates`: writes the templates that come with the system. A changed one becomes the next version when it is loaded. */
for (const kind of ["own", "consolidated"] as const) {
  const file = join("prisma", "reference", `document-${kind}.docx`);
  writeFileSync(file, await Packer.toBuffer(shippedTemplate(kind)));
  console.log(file);
}
