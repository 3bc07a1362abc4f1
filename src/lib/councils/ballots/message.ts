/** What a slip's signature stands for: this ballot and a random token of 32 bytes (64 hexadecimal digits). */
export const messageOf = (ballotId: string, token: string) => new TextEncoder().encode(`${ballotId}:${token}`);
