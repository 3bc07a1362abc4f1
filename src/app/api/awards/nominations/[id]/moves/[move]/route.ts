import { moveSchema } from "#lib/awards/nominations/schema";
import * as nominations from "#lib/awards/nominations/service";
import { command, type Outcome } from "#lib/command";
import { notFound } from "#lib/errors";
import type { Actor } from "#lib/identity/actor";

type Input = ReturnType<(typeof moveSchema)["parse"]>;

const verbs = {
  propose: nominations.propose,
  withdraw: nominations.withdraw,
  sendBack: nominations.sendBack,
  offerForm: nominations.offerForm,
  consent: nominations.consent,
  declineForm: nominations.declineForm,
  appraise: nominations.appraise,
  forward: nominations.forward,
  refuse: nominations.refuse,
} satisfies Record<string, (actor: Actor, input: Input) => Promise<unknown>>;

type Verb = keyof typeof verbs;

const done: Record<Verb, string> = {
  propose: "Đã ký tờ trình đề nghị.",
  withdraw: "Đã rút đề nghị.",
  sendBack: "Đã trả lại hồ sơ kèm lý do.",
  offerForm: "Đã gửi đề xuất hình thức khác.",
  consent: "Đã đồng ý hình thức đề xuất.",
  declineForm: "Đã trả lời không đồng ý; hồ sơ trở về cơ quan đề nghị.",
  appraise: "Đã kết luận đủ điều kiện.",
  forward: "Đã ký tờ trình lên cấp trên.",
  refuse: "Đã ghi nhận không khen thưởng.",
};

export const POST = command(moveSchema, async (actor, input): Promise<Outcome> => {
  if (!isVerb(input.move)) throw notFound("thao tác này");
  await verbs[input.move](actor, input);
  return { message: done[input.move], href: `/awards/nominations/${input.id}` };
});

const isVerb = (move: string): move is Verb => Object.hasOwn(verbs, move);
