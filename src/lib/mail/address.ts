import { z } from "zod";

/** Whether letters can be sent to what somebody typed. */
export const isMailAddress = (address: string) => address.length <= 200 && z.email().safeParse(address).success;
