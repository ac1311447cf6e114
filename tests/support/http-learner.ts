/** Signs in over HTTP, as a browser's forms would; answers the Cookie header. */
export async function signInLearner(url: string, who: { number: string; pin: string; village: string } = demoLearner): Promise<string> {
  const choice = await (await fetch(`${url}/masuk?cari=${who.village}`)).text();
  const center = choice.match(/name="pusat" value="([^"]+)"/)?.[1];
  const answer = await fetch(`${url}/masuk`, {
    method: "POST",
    redirect: "manual",
    headers: { cookie: `pusat=${center}`, origin: url, "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ nomor: who.number, pin: who.pin }),
  });
  const cookie = answer.headers.getSetCookie().find((header) => header.startsWith("melek_peserta="))?.split(";")[0];
  if (!cookie) throw new Error(`sign-in answered ${answer.status}`);
  return cookie;
}

const demoLearner = { number: "12", pin: "607352", village: "Plosorejo" };

/** The quiz form on a page, filled in completely: the first choice everywhere, numbers, pairs and groups in the order shown, a word where one is typed. */
export function fillQuiz(html: string): URLSearchParams {
  const form = new URLSearchParams();
  for (const [, name = "", value = ""] of html.matchAll(/<input type="hidden" name="(formId|version|peserta)" value="([^"]*)"/g)) form.append(name, value);
  const choices = new Set([...html.matchAll(/<input type="(?:radio|checkbox)" name="(s\d+(?:\.\d+)?)"/g)].map((match) => match[1] ?? ""));
  for (const name of choices) form.append(name, "0");
  for (const [, name = ""] of html.matchAll(/<input type="text" name="(s\d+)"/g)) form.append(name, "kunci");
  for (const [, name = "", options = ""] of html.matchAll(/<select name="(s\d+\.\d+)">(.*?)<\/select>/g)) {
    const values = [...options.matchAll(/<option value="(\d+)"/g)].map((match) => match[1] ?? "");
    form.append(name, values[Number(name.split(".")[1]) % values.length] ?? "");
  }
  return form;
}
