import type { RequestListener } from "node:http";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { fetchDocument } from "../../lib/files/fetch-document.ts";
import { explainFetchFailure } from "../../lib/files/fetch-failure.ts";
import { nameOfResponse } from "../../lib/files/response-name.ts";
import { serveWeb } from "../support/web-server.ts";

const limits = { bytes: 1_000_000, milliseconds: 5000 };

const answers: Readonly<Record<string, RequestListener>> = {
  "/report.txt": (_, response) => {
    response.setHeader("content-type", 'Text/Plain; charset="windows-1256"').end("a report");
  },
  "/zipped": (_, response) => {
    response.setHeader("content-encoding", "gzip").end(gzipSync("a report"));
  },
  "/bomb": (_, response) => {
    response.setHeader("content-encoding", "gzip").end(gzipSync(Buffer.alloc(20_000_000)));
  },
  "/damaged": (_, response) => {
    response.setHeader("content-encoding", "gzip").end("this is not gzip");
  },
  "/moved": (_, response) => {
    response.writeHead(302, { location: "/report.txt?page=1#top" }).end();
  },
  "/loop": (_, response) => {
    response.writeHead(301, { location: "/loop" }).end();
  },
  "/out": (_, response) => {
    response.writeHead(302, { location: "file:///etc/passwd" }).end();
  },
  "/with-password": (request, response) => {
    response.writeHead(302, { location: `http://user:secret@${request.headers.host ?? ""}/report.txt` }).end();
  },
  "/endless": (_, response) => {
    const more = () => {
      while (response.write(Buffer.alloc(65_536)));
    };
    response.on("drain", more);
    more();
  },
  "/slow": (_, response) => {
    response.write("a little");
  },
  "/cut": (_, response) => {
    response.setHeader("content-length", "100");
    response.write("a little", () => response.destroy());
  },
  "/empty": (_, response) => {
    response.end();
  },
};

const serveAnswers = () =>
  serveWeb((request, response) => {
    const path = new URL(request.url ?? "", "http://x").pathname;
    const status = /^\/status\/(\d+)$/.exec(path)?.[1];
    if (status !== undefined) response.writeHead(Number(status)).end("<p>An error page of the server’s.</p>");
    else (answers[path] ?? ((_, end) => end.writeHead(404).end("no")))(request, response);
  });

async function fetched(path: string, milliseconds = limits.milliseconds) {
  const { origin, requests } = await serveAnswers();
  return { origin, requests, outcome: await fetchDocument(origin + path, { ...limits, milliseconds }) };
}

test("a document comes with its name, its address and what the server says of it", async () => {
  const { outcome, origin } = await fetched("/report.txt#p2");
  expect(outcome).toEqual({
    kind: "fetched",
    bytes: Buffer.from("a report"),
    name: "report.txt",
    address: `${origin}/report.txt`,
    mediaType: "text/plain",
    charset: "windows-1256",
  });
});

test("what is compressed on its way is unpacked", async () => {
  expect((await fetched("/zipped")).outcome).toMatchObject({ bytes: Buffer.from("a report") });
});

test("a redirect is followed to its end", async () => {
  const { outcome, origin } = await fetched("/moved");
  expect(outcome).toMatchObject({ kind: "fetched", name: "report.txt", address: `${origin}/report.txt?page=1` });
});

test("only the address and a name are sent", async () => {
  const { requests } = await fetched("/report.txt");
  expect(requests[0]?.headers["user-agent"]).toContain("Pincite");
  for (const header of ["cookie", "authorization", "referer"]) expect(requests[0]?.headers[header]).toBeUndefined();
});

describe("one sentence says why there is no document:", () => {
  test.each([
    ["/nowhere", "is not there (404)."],
    ["/status/410", "is not there (410)."],
    [
      "/status/403",
      "is not given to programs, or not without signing in (403). Save it with your browser and add the file.",
    ],
    ["/status/429", "was asked for too often (429). Try again later, or save it with your browser and add it."],
    ["/status/503", "cannot be had now: its server fails (503). Try again later."],
    ["/status/418", "cannot be had: its server answers 418."],
    ["/loop", "leads on more than 5 times."],
    ["/out", "leads out of the web, to file:///etc/passwd"],
    ["/with-password", "holds a user name or password, which would be published. Save the document and add the file."],
    ["/endless", "is larger than 1 MB, the most that is taken in."],
    ["/bomb", "is larger than 1 MB, the most that is taken in."],
    ["/damaged", "is damaged: what its server sends cannot be decompressed."],
    ["/cut", "was broken off by its server."],
    ["/empty", "is empty."],
  ])("%s", async (path, reason) => {
    expect((await fetched(path)).outcome).toEqual({ kind: "refused", reason });
  });

  test("a server that never ends", async () => {
    expect((await fetched("/slow", 300)).outcome).toEqual({
      kind: "refused",
      reason: "did not come within 0.3 seconds.",
    });
  });

  test.each([
    ["http://127.0.0.1:1024/", "cannot be reached: nothing answers there."],
    ["http://", "is no address."],
    [
      "https://user:secret@example.org/",
      "holds a user name or password, which would be published. Save the document and add the file.",
    ],
  ])("%s", async (address, reason) => {
    expect(await fetchDocument(address, limits)).toEqual({ kind: "refused", reason });
  });
});

test.each([
  ["ENOTFOUND", /host that nobody knows/],
  ["CERT_HAS_EXPIRED", /cannot prove who it is \(CERT_HAS_EXPIRED\)/],
  ["DEPTH_ZERO_SELF_SIGNED_CERT", /cannot prove who it is/],
  ["UND_ERR_CONNECT_TIMEOUT", /did not come within 60 seconds/],
  ["EOTHER", /^cannot be fetched \(EOTHER\)\.$/],
])("a failure with %s is explained", (code, reason) => {
  const error = new TypeError("fetch failed", { cause: Object.assign(new Error("inner"), { code }) });
  expect(explainFetchFailure(error, 60_000)).toMatch(reason);
});

test.each([
  ["the last part of the address", "https://a.example/x/Report%20(final).pdf", null, "Report (final).pdf"],
  ["the host, where there is no other", "https://a.example/", null, "a.example"],
  ["what the server gives", "https://a.example/get?id=7", 'attachment; filename="memo.docx"', "memo.docx"],
  ["what the server gives in any script", "https://a.example/g", "inline; filename*=UTF-8''%D8%B1.pdf", "ر.pdf"],
  ["never a path", "https://a.example/g", 'attachment; filename="../../etc/passwd"', "passwd"],
  ["never a path of Windows", "https://a.example/g", 'attachment; filename="C:\\\\x\\\\a.txt"', "a.txt"],
  ["never a hidden file", "https://a.example/..%2F..%2F.profile", null, "profile"],
  ["one line", "https://a.example/a%0Ab%E2%80%AE.txt", null, "a b.txt"],
  ["as it stands where it cannot be decoded", "https://a.example/100%", null, "100%"],
])("a document is named by %s", (_, address, disposition, name) => {
  expect(nameOfResponse(new URL(address), disposition)).toBe(name);
});
