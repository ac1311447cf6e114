import type { AppLoadContext } from "@remix-run/node";

/** What a server hands to loaders and actions besides the request. */
export const context: AppLoadContext = { nonce: "n", incident: "i", clientAddress: "10.0.0.7" };

export interface Answer<T> {
  status: number;
  /** What the page gets; undefined where the answer was a whole response. */
  data: Answered<T>;
  location: string | null;
  /** The Set-Cookie headers. */
  cookies: string[];
  /** The response that was returned or thrown, if it was one. */
  response: Response | null;
}

/** What a loader or action answered or threw, in one shape. */
export async function answerOf<T>(answering: Promise<T>): Promise<Answer<T>> {
  const answer: unknown = await answering.catch((thrown: unknown) => {
    if (thrown instanceof Response || isData(thrown)) return thrown;
    throw thrown;
  });
  if (answer instanceof Response) {
    const { status, headers } = answer;
    return { status, data: undefined as Answered<T>, location: headers.get("location"), cookies: headers.getSetCookie(), response: answer };
  }
  if (!isData(answer)) return { status: 200, data: answer as Answered<T>, location: null, cookies: [], response: null };
  const cookies = new Headers(answer.init?.headers).getSetCookie();
  return { status: answer.init?.status ?? 200, data: answer.data as Answered<T>, location: null, cookies, response: null };
}

/** Whether it was made by Remix's `data()`. */
function isData(answer: unknown): answer is { data: unknown; init?: ResponseInit | null } {
  return typeof answer === "object" && answer !== null && "type" in answer && answer.type === "DataWithResponseInit";
}

export type Answered<T> = T extends { type: string; data: infer Data; init: unknown } ? Data : T extends Response ? never : T;
