// The service worker: Ebb without a network, never a mixture of two builds, and nothing that is not
// of the build. And what becomes of a notification, which a page may not live to see.
//
// The post-build step of xtask fills in the build's id, the list of its files with their SHA-256,
// and what a host is asked to send with each. All of a build is stored, checked byte for byte, or
// none of it; and checked again whenever it is given to a page, since whoever gets at the browser's
// cache once could else leave a script there for good. A page that opens gets this build's
// index.html and with it only this build's files, whatever the network has, under this build's
// policy, whatever the host sends. What only another language needs is stored once that is read.
'use strict';

const BUILD = '%BUILD%';
// Address, hash, and the language that it is for, if it is not for all.
const FILES = [/* %PRECACHE% */];
const HEADERS = {/* %HEADERS% */};
const TYPES = {
  css: 'text/css',
  html: 'text/html',
  js: 'text/javascript',
  json: 'application/json',
  svg: 'image/svg+xml',
  txt: 'text/plain',
  wasm: 'application/wasm',
  webmanifest: 'application/manifest+json',
};

const PREFIX = 'ebb-';
const CACHE = PREFIX + BUILD;
const PAGE = '/index.html';
const KNOWN = new Map(FILES.map(([url, hash, language]) => [url, { hash, language }]));
const SPOKEN = new Set(FILES.map(([, , language]) => language));
// As the page finds it, as long as no other was chosen.
const HERE = navigator.languages.map((tag) => tag.split('-')[0].toLowerCase()).find((tag) => SPOKEN.has(tag)) || 'en';

self.addEventListener('install', (event) => event.waitUntil(store()));
self.addEventListener('activate', (event) => event.waitUntil(takeOver()));

// A new build waits until the page says that nothing is being written. The page then reloads on
// `controllerchange`; until it has, it must not load further files.
self.addEventListener('message', (event) => {
  const type = event.data && event.data.type;
  if (type === 'activate') {
    event.waitUntil(self.skipWaiting());
  } else if (type === 'close-notifications') {
    event.waitUntil(closeNotifications());
  } else if (type === 'build' && event.ports[0]) {
    event.ports[0].postMessage({ type: 'build', build: BUILD });
  }
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  const path = request.mode === 'navigate' && isScreen(url) ? PAGE : url.pathname;
  if (KNOWN.has(path)) event.respondWith(answer(event, path));
});

// A reminder was tapped.
self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(comeToFront());
});

function isScreen(url) {
  return !url.pathname.split('/').pop().includes('.');
}

async function comeToFront() {
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  // Not a page that was left for: that one is no screen.
  const open = windows.find(({ url }) => isScreen(new URL(url)));
  await (open ? open.focus() : self.clients.openWindow('/'));
}

async function closeNotifications() {
  for (const notification of await self.registration.getNotifications()) notification.close();
}

async function answer(event, path) {
  // A browser that is busy may fail to read its cache once.
  const found = await stored(path).catch(() => stored(path)).catch(() => undefined);
  if (found) return found;
  // Another language than before; or someone emptied the cache by hand or wrote into it, and the
  // network is better than a blank page.
  event.waitUntil(fill(KNOWN.get(path).language));
  return fetch(event.request);
}

// What is stored under a path, if it is of this build to the byte and to the header. Chromium is given
// the answer itself, with which it keeps what it compiled. Firefox at times never ends an answer that was
// cloned, so the others are given one that is made of the bytes.
async function stored(path) {
  const found = await (await caches.open(CACHE)).match(path);
  if (!found || told(found.headers) !== told(headersOf(path))) return undefined;
  const bytes = await (navigator.userAgentData ? found.clone() : found).arrayBuffer();
  if ((await hashOf(bytes)) !== KNOWN.get(path).hash) return undefined;
  return navigator.userAgentData ? found : new Response(bytes, { headers: headersOf(path) });
}

function told(headers) {
  return JSON.stringify([...headers]);
}

const filling = new Map();

// Stores what is missing of a language, or of what is for all.
function fill(language) {
  if (!filling.has(language)) {
    const files = FILES.filter(([, , of]) => of === language);
    const filled = caches.open(CACHE).then((own) => keep(files, [own]));
    filling.set(language, filled.finally(() => filling.delete(language)));
  }
  return filling.get(language);
}

async function store() {
  const kept = await oldCaches();
  const read = new Set([undefined, HERE]);
  for (const [url, , language] of FILES) {
    for (const cache of read.has(language) ? [] : kept) {
      if (await cache.match(url)) read.add(language);
    }
  }
  try {
    await keep(FILES.filter(([, , language]) => read.has(language)), kept);
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
}

async function keep(wanted, kept) {
  const files = await Promise.all(wanted.map(async ([url, hash]) => [url, await obtain(url, hash, kept)]));
  const cache = await caches.open(CACHE);
  await Promise.all(files.map(([url, response]) => cache.put(url, response)));
}

// The right bytes from wherever they cost least: an older build, the browser's cache, the
// network. The hash decides, so it does not matter how fresh a source claims to be.
async function obtain(url, hash, kept) {
  // The page was fetched under its own address.
  const address = url === PAGE ? '/' : url;
  const sources = [
    ...kept.map((cache) => () => cache.match(url)),
    () => fetch(address, { cache: 'default' }),
    () => fetch(address, { cache: 'reload' }),
  ];
  for (const source of sources) {
    const response = await source();
    const bytes = response && response.ok && (await response.arrayBuffer());
    // A fresh Response sheds what the host said of the file, and a redirect, which a browser would
    // refuse as a page.
    if (bytes && (await hashOf(bytes)) === hash) return new Response(bytes, { headers: headersOf(url) });
  }
  throw new Error(`${url} is not the file of build ${BUILD}`);
}

function headersOf(path) {
  return new Headers({ ...HEADERS, 'Content-Type': TYPES[path.split('.').pop()] });
}

async function hashOf(bytes) {
  return hex(await crypto.subtle.digest('SHA-256', bytes));
}

function hex(buffer) {
  return Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function takeOver() {
  const older = (await caches.keys()).filter(isOld);
  await Promise.all(older.map((name) => caches.delete(name)));
  // After a first visit the open page becomes offline-capable at once: it loaded this build just
  // now and no worker served it. After an update, pages that this worker does not control yet
  // were opened past the older one (a forced reload), so they keep the files they have.
  if (older.length === 0) await self.clients.claim();
}

async function oldCaches() {
  return Promise.all((await caches.keys()).filter(isOld).map((name) => caches.open(name)));
}

function isOld(name) {
  return name.startsWith(PREFIX) && name !== CACHE;
}
