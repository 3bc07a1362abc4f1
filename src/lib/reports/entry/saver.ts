import type { Entry, Known } from "./entry.ts";
import { writeFields } from "./fields.ts";
import { latestOf } from "./known.ts";
import { type Answer, fetchDraft, send } from "./line.ts";
import {
  acknowledge,
  bodyOf,
  type Change,
  choose,
  left,
  note,
  type Outbox,
  overlay,
  readyOf,
  rebase,
  refuse,
} from "./outbox.ts";
import { type Saving, startOf } from "./saving.ts";
import { Store } from "./store.ts";

const AFTER_LEAVING_MS = 300;
const AFTER_WRITING_MS = 800;
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 30_000;

/**
 * Saves one person's work on one report: every change is kept in the browser at once and leaves it only when the server has
 * acknowledged it. Batched, one request at a time over all tabs, over the versions last seen of the sections it touches.
 */
export class DraftSaver {
  private readonly entry: Entry;
  private saving: Saving;
  private known: Known;
  private readonly store: Store;
  private readonly channel: BroadcastChannel;
  private readonly watchers = new Set<() => void>();
  private keeping: Promise<void> = Promise.resolve();
  private unkept = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private dueAt = Number.POSITIVE_INFINITY;
  private retryMs = FIRST_RETRY_MS;

  constructor(entry: Entry) {
    this.entry = entry;
    this.known = { document: entry.checked.document, sections: entry.sections, version: entry.version };
    this.saving = startOf(entry);
    this.store = new Store(entry.person.id);
    this.channel = new BroadcastChannel(this.name);
    this.channel.onmessage = ({ data }) => void this.takeOver(data);
    window.addEventListener("online", () => void this.refresh());
    window.addEventListener("pagehide", () => this.leaveCells());
    void this.restore();
  }

  private get name() {
    return `desk ${this.entry.person.id} ${this.entry.reportId}`;
  }

  readonly current = () => this.saving;

  readonly watch = (watcher: () => void) => {
    this.watchers.add(watcher);
    return () => void this.watchers.delete(watcher);
  };

  /** A cell was written; `typing` while it has not been left. */
  write(change: Pick<Change, "field" | "value"> & Partial<Change>, when: "typing" | "soon" | "now") {
    this.change((outbox) => note(outbox, this.known.document, { ...change, typing: when === "typing" }));
    if (when !== "typing" && change.problem === undefined)
      this.sendIn(when === "now" ? AFTER_LEAVING_MS : AFTER_WRITING_MS);
  }

  choose(field: string, whose: "mine" | "theirs") {
    this.change((outbox) => choose(outbox, field, whose));
    this.sendIn(0);
  }

  /** The same person has signed in again: go on. */
  resume() {
    this.show({ line: "open" });
    void this.refresh();
  }

  /** Brings up what can go within `patienceMs`; true when nothing waits any more. */
  async settle(patienceMs: number): Promise<boolean> {
    this.leaveCells();
    this.sendIn(0);
    const until = Date.now() + patienceMs;
    const isMoving = () => readyOf(this.saving.outbox).length > 0 && ["open", "lost"].includes(this.saving.line);
    while (isMoving() && navigator.onLine && Date.now() < until)
      await new Promise((resolve) => setTimeout(resolve, 50));
    return this.waiting.length === 0;
  }

  /** Everything the server does not have. */
  get waiting(): Change[] {
    return Object.values(this.saving.outbox);
  }

  /** Asks for the server's draft and goes on from there. */
  async refresh() {
    const draft = await fetchDraft(this.entry.reportId);
    if (draft === "signedOut") return this.show({ line: "signedOut" });
    if (draft) await this.learn(draft);
    this.retryMs = FIRST_RETRY_MS;
    this.sendIn(0);
  }

  /** The page was drawn anew, from a draft that may be newer. */
  meet({ checked, sections, version }: Entry) {
    const latest = this.latest({ document: checked.document, sections, version });
    if (latest !== this.known) void this.learn(latest);
  }

  private leaveCells() {
    if (this.waiting.some(({ typing }) => typing)) this.change(left);
  }

  private async restore() {
    try {
      const known = await this.store.keepLatest(this.entry.reportId, (kept) => this.latest(kept));
      this.known = known;
      await this.change((outbox) => rebase(left(outbox), known.document));
    } catch {
      return this.show({ isKept: false });
    }
    this.sendIn(0);
  }

  /** Another tab of the same person has written or saved. */
  private async takeOver(known: Known | null) {
    if (known) this.known = this.latest(known);
    await this.change((outbox) => outbox, { isNews: false });
  }

  /** Memory first, so that the screen follows; then what is kept, which other tabs share. */
  private change(alter: (outbox: Outbox) => Outbox, { isNews = true } = {}): Promise<void> {
    this.show({ outbox: alter(this.saving.outbox) });
    this.unkept += 1;
    this.keeping = this.keeping.then(async () => {
      const kept = await this.store.update(this.entry.reportId, alter).catch(() => null);
      this.unkept -= 1;
      if (kept === null) this.show({ isKept: false });
      else if (this.unkept === 0) this.show({ outbox: kept });
      if (isNews) this.channel.postMessage(null);
    });
    return this.keeping;
  }

  private sendIn(delayMs: number) {
    const dueAt = Date.now() + delayMs;
    if (dueAt >= this.dueAt) return;
    clearTimeout(this.timer);
    this.dueAt = dueAt;
    this.timer = setTimeout(() => {
      this.dueAt = Number.POSITIVE_INFINITY;
      void this.sendInTurn();
    }, delayMs);
  }

  /** One tab at a time sends; it looks first what the others have done. */
  private async sendInTurn() {
    const turn = async () => {
      await this.keeping;
      const ready = readyOf(this.saving.outbox);
      if (ready.length === 0 || this.saving.line === "signedOut") return;
      await this.sendBatch(ready);
    };
    if (this.saving.sending.size > 0) return this.sendIn(AFTER_LEAVING_MS);
    if (navigator.locks) await navigator.locks.request(this.name, turn);
    else await turn(); // only over plain http, where browsers have no locks: the server's versions still hold
  }

  private async sendBatch(changes: Change[]) {
    this.show({ sending: new Set(changes.map(({ field }) => field)) });
    const { reportId, person, checked } = this.entry;
    const batch = { ...bodyOf(changes, checked.form, this.known.sections), writer: person.id };
    const answer = await send(reportId, batch);
    await this.conclude(changes, answer);
    this.show({ sending: new Set() });
    if (readyOf(this.saving.outbox).length === 0) return;
    if (this.saving.line === "lost") this.retry();
    else if (this.saving.line === "open") this.sendIn(AFTER_LEAVING_MS);
  }

  private async conclude(sent: Change[], answer: Answer) {
    switch (answer.kind) {
      case "saved": {
        this.retryMs = FIRST_RETRY_MS;
        const { sections, version } = answer;
        const document = writeFields(this.known.document, sent);
        this.know({ document, sections: { ...this.known.sections, ...sections }, version });
        await this.change((outbox) => acknowledge(outbox, sent));
        return this.show({
          line: "open",
          problem: null,
          saved: new Set([...this.saving.saved, ...sent.map(({ field }) => field)]),
        });
      }
      case "changed":
        await this.learn(answer);
        return this.show({ line: "open" });
      case "refused":
        await this.change((outbox) => refuse(outbox, answer.problems));
        if (sent.every(({ field }) => this.saving.outbox[field]?.problem === undefined))
          return this.show({ line: "stopped", problem: answer.message }); // it names none of ours: asking again would not end
        return this.show({ line: "open" });
      case "stopped":
        return this.show({ line: "stopped", problem: answer.message });
      default:
        return this.show({ line: answer.kind });
    }
  }

  /** The server's draft has moved on. */
  private async learn({ document, sections, version }: Known) {
    this.know({ document, sections, version });
    await this.change((outbox) => rebase(outbox, document));
  }

  private know(known: Known) {
    this.known = known;
    this.show({});
    this.channel.postMessage(known);
    void this.store.keepLatest(this.entry.reportId, (kept) => this.latest(kept)).catch(() => {}); // change() says when nothing can be kept
  }

  private latest(other: Known | undefined): Known {
    return other ? latestOf(this.entry.checked.form, this.known, other) : this.known;
  }

  private retry() {
    this.sendIn(this.retryMs * (0.75 + Math.random() / 2));
    this.retryMs = Math.min(LONGEST_RETRY_MS, this.retryMs * 2);
  }

  private show(news: Partial<Saving>) {
    const saving = { ...this.saving, ...news };
    this.saving = { ...saving, document: overlay(this.known.document, saving.outbox) };
    for (const watcher of this.watchers) watcher();
  }
}
