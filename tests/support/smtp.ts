import type { AddressInfo } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

/** A real mail server on a port of its own that keeps what it is given. `refuse` makes it answer with an error. */
export type MailServer = {
  url: string;
  letters: ParsedMail[];
  refuse: (does: boolean) => void;
  stop: () => Promise<void>;
};

export async function startMailServer(port = 0): Promise<MailServer> {
  const letters: ParsedMail[] = [];
  let refuses = false;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, _session, done) {
      if (refuses) {
        stream.resume();
        stream.on("end", () => done(new Error("451 try again later")));
        return;
      }
      simpleParser(stream).then(
        (letter) => {
          letters.push(letter);
          done();
        },
        (error: Error) => done(error),
      );
    },
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const address = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    letters,
    refuse: (does) => {
      refuses = does;
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
