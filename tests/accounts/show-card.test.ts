import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";

const source = readFileSync("app/accounts/show-card.js", "utf8");
const card = "35.05.04.2014_0198a3c2-7b1e-7c3d-9f10-2b4c6d8e0f12_24";

describe("the button for the camera", () => {
  it("appears where the browser reads codes and has a camera", async () => {
    const page = await openPage({});
    expect(page.words()).toEqual(["Tunjukkan kartu"]);
  });

  it.each([
    ["no BarcodeDetector", { hasDetector: false }],
    ["a BarcodeDetector without QR codes", { formats: ["ean_13"] }],
    ["no camera", { cameras: 0 }],
    ["no access to devices, as on plain http", { hasDevices: false }],
  ])("does not appear with %s", async (_what, given) => {
    expect((await openPage(given)).words()).toEqual([]);
  });
});

describe("a code before the camera", () => {
  it.each([`http://localhost:3000/masuk?kartu=${card}`, `https://nama-lama.desa.id/masuk?kartu=${card}`])("of a card is opened here, whatever site it names: %s", async (code) => {
    const page = await openPage({ code });
    await page.press("Tunjukkan kartu");
    expect(page.went).toEqual([`/masuk?kartu=${card}`]);
    expect(page.isCameraOn()).toBe(false);
  });

  it.each(["https://jahat.example/", `https://jahat.example/lain?kartu=${card}`, `javascript:alert(1)//masuk?kartu=${card}`, `http://a/masuk?kartu=${card}&lanjut=//jahat.example`, "482913", ""])("that is no card leads nowhere: %s", async (code) => {
    const page = await openPage({ code });
    await page.press("Tunjukkan kartu");
    expect(page.went).toEqual([]);
    expect(page.words()).toContain("Bukan kartu");
  });
});

it("the camera is switched off when its owner closes it, or leaves the page", async () => {
  for (const leave of ["press", "pagehide"]) {
    const page = await openPage({});
    await page.press("Tunjukkan kartu");
    expect(page.isCameraOn()).toBe(true);
    if (leave === "press") await page.press("Tutup");
    else page.leave();
    expect(page.isCameraOn()).toBe(false);
  }
});

it("who refuses the camera is told to write the number", async () => {
  const page = await openPage({ isRefused: true });
  await page.press("Tunjukkan kartu");
  expect(page.words()).toEqual(["Tunjukkan kartu", "Ditolak"]);
});

interface Given {
  hasDetector?: boolean;
  formats?: string[];
  cameras?: number;
  hasDevices?: boolean;
  isRefused?: boolean;
  /** What stands before the camera; nothing when left out. */
  code?: string;
}

/** As much of an element as the script asks of one. */
class Element {
  textContent = "";
  hidden = true;
  dataset = { show: "Tunjukkan kartu", hint: "Dekatkan", other: "Bukan kartu", refused: "Ditolak", close: "Tutup" };
  children: Element[] = [];
  listeners: (() => void)[] = [];
  setAttribute() {}
  focus() {}
  play = () => Promise.resolve();
  append(...children: Element[]) {
    this.children.push(...children);
  }
  replaceChildren(...children: Element[]) {
    this.children = children;
  }
  addEventListener(_event: string, listener: () => void) {
    this.listeners.push(listener);
  }
}

/** Runs the script in a browser of a few lines. */
async function openPage({ hasDetector = true, formats = ["qr_code"], cameras = 1, hasDevices = true, isRefused = false, code }: Given) {
  const place = new Element();
  const went: string[] = [];
  const leaving: (() => void)[] = [];
  let isOn = false;
  const stream = { getTracks: () => [{ stop: () => void (isOn = false) }] };
  const getUserMedia = async () => {
    if (isRefused) throw new Error("NotAllowedError");
    isOn = true;
    return stream;
  };
  const devices = { getUserMedia, enumerateDevices: async () => Array.from({ length: cameras }, () => ({ kind: "videoinput" })) };
  class BarcodeDetector {
    static getSupportedFormats = async () => formats;
    detect = async () => (code === undefined ? [] : [{ rawValue: code }]);
  }
  runInNewContext(source, {
    document: { getElementById: (id: string) => (id === "kamera" ? place : null), createElement: () => new Element() },
    navigator: { mediaDevices: hasDevices ? devices : undefined },
    window: { BarcodeDetector: hasDetector ? BarcodeDetector : undefined, addEventListener: (_event: string, listener: () => void) => void leaving.push(listener) },
    location: { assign: (path: string) => void went.push(path) },
    setTimeout: () => 0,
    clearTimeout: () => undefined,
  });
  await settle();
  return {
    went,
    isCameraOn: () => isOn,
    words: () => (place.hidden ? [] : place.children.map(({ textContent }) => textContent).filter(Boolean)),
    press: async (text: string) => {
      place.children.find((child) => child.textContent === text)?.listeners.forEach((listener) => listener());
      await settle();
    },
    leave: () => leaving.forEach((listener) => listener()),
  };
}

/** Until every promise that is already decided has been answered. */
const settle = () => new Promise((resolve) => setImmediate(resolve));
