/* global window, document, Worker, Blob, IntersectionObserver, ResizeObserver */

/**
 * Draws the pages of a PDF. This document has no origin (`sandbox`), so no cookie, no storage and no way into the app:
 * a file that gets the better of the reader finds nothing here. Bytes come by message, and nothing but signs of life goes.
 */
const beside = (name) => new URL(name, import.meta.url).href;
const tell = (message) => window.parent.postMessage(message, '*');

/** More pixels than this make a phone give up on a page. */
const MOST_PIXELS = 8_000_000;

/**
 * A thread may only be made of what has the same origin, and nothing here has: a line of text is, and loads the rest. The
 * reader speaks first when it is there; a browser that loads nothing in such a thread reads without one.
 */
function readingThread() {
  const line = `import(${JSON.stringify(beside('pdf.worker.min.mjs'))}).catch(() => postMessage(null));`;
  const thread = new Worker(URL.createObjectURL(new Blob([line], { type: 'text/javascript' })));
  return new Promise((resolve) => {
    thread.addEventListener('message', ({ data }) => resolve(data === null ? null : thread), { once: true });
    thread.addEventListener('error', () => resolve(null), { once: true });
  });
}

const [pdfjs, thread] = await Promise.all([import(beside('pdf.min.mjs')), readingThread()]);
if (thread === null) pdfjs.GlobalWorkerOptions.workerSrc = beside('pdf.worker.min.mjs');
else pdfjs.GlobalWorkerOptions.workerPort = thread;

async function draw(sheet) {
  const { page, box } = sheet;
  const scale = box.clientWidth / page.getViewport({ scale: 1 }).width;
  if (scale === 0 || sheet.drawn === scale) return;
  sheet.drawn = scale;
  sheet.drawing?.cancel();
  const plain = page.getViewport({ scale });
  const density = Math.min(window.devicePixelRatio || 1, Math.sqrt(MOST_PIXELS / (plain.width * plain.height)));
  const viewport = page.getViewport({ scale: scale * density });
  const canvas = document.createElement('canvas');
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  canvas.setAttribute('aria-hidden', 'true');
  sheet.drawing = page.render({ canvas, canvasContext: canvas.getContext('2d'), viewport });
  await sheet.drawing.promise;
  const letters = document.createElement('div');
  letters.className = 'textLayer';
  box.style.setProperty('--scale-factor', String(scale));
  await new pdfjs.TextLayer({ textContentSource: page.streamTextContent(), container: letters, viewport: plain }).render();
  box.replaceChildren(canvas, letters);
}

/** A page that was asked for again while it was drawn has been cancelled; that is no failure. */
const drawQuietly = (sheet) =>
  draw(sheet).catch((error) => {
    if (error.name !== 'RenderingCancelledException') tell({ kind: 'failed' });
  });

async function sheetOf(pdf, number, label) {
  const page = await pdf.getPage(number);
  const { width, height } = page.getViewport({ scale: 1 });
  const box = document.createElement('section');
  box.setAttribute('aria-label', label.replace('{page}', number).replace('{pages}', pdf.numPages));
  box.style.aspectRatio = `${width} / ${height}`;
  document.body.append(box);
  return { page, box };
}

async function show({ bytes, label, language }) {
  document.documentElement.lang = language;
  const pdf = await pdfjs.getDocument({ data: bytes, enableXfa: false, wasmUrl: beside('wasm/'), useWorkerFetch: false }).promise;
  const sheets = new Map();
  // Only what is about to be seen is drawn: a report of two hundred pages would fill a phone.
  const near = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const sheet = sheets.get(target);
        sheet.near = isIntersecting;
        if (isIntersecting) void drawQuietly(sheet);
      }
    },
    { rootMargin: '600px 0px' },
  );
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const sheet = await sheetOf(pdf, number, label);
    sheets.set(sheet.box, sheet);
    near.observe(sheet.box);
    if (number === 1) tell({ kind: 'shown', pages: pdf.numPages });
  }
  new ResizeObserver(() => [...sheets.values()].filter((sheet) => sheet.near).forEach((sheet) => void drawQuietly(sheet))).observe(
    document.body,
  );
}

window.addEventListener('message', ({ source, data }) => {
  if (source === window.parent && data?.kind === 'pdf') show(data).catch(() => tell({ kind: 'failed' }));
});
tell({ kind: 'ready' });
