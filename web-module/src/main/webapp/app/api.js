// Requests to /api. Every failure becomes a Problem with a text for the person in front of the screen.

import { currentLanguage, t } from './i18n.js';

const BASE = new URL('../api/', import.meta.url);

let csrfToken = null;
let onSignedOut = () => {};
let onReach = () => {};
let reached = true;
let probe = 0;

const PROBE_MS = 4_000;

export function setCsrfToken(token) {
  csrfToken = token;
}

/** @param listener called when the server no longer knows this session */
export function whenSignedOut(listener) {
  onSignedOut = listener;
}

/** @param listener called with false when a request found no server, with true when one does again */
export function whenReachChanges(listener) {
  onReach = listener;
}

function reach(now) {
  clearTimeout(probe);
  // While there is no way through, ask now and then: nobody should have to click to find out.
  if (!now) probe = setTimeout(() => void send('GET', '/session', undefined, {}).catch(() => {}), PROBE_MS);
  if (now === reached) return;
  reached = now;
  onReach(now);
}

/** `status` 0: the server could not be reached. `current`: the present state after a 409. */
export class Problem extends Error {
  constructor(status, body = {}) {
    super(body.detail || body.title || t(status === 0 ? 'error.unreachable' : 'error.unexpected', { status }));
    this.name = 'Problem';
    this.status = status;
    this.title = body.title ?? null;
    this.code = body.code ?? null;
    this.field = body.field ?? null;
    this.current = body.current ?? null;
    this.body = body;
  }

  get unreachable() {
    return this.status === 0 || this.status === 502 || this.status === 503 || this.status === 504;
  }
}

export const apiUrl = (path) => new URL(path.replace(/^\//, ''), BASE).href;

async function send(method, path, body, options) {
  const headers = { Accept: 'application/json', 'Accept-Language': currentLanguage() };
  if (method !== 'GET' && csrfToken) headers['X-CSRF-Token'] = csrfToken;
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  try {
    const response = await fetch(apiUrl(path), {
      method,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
      credentials: 'same-origin',
      cache: 'no-store',
      keepalive: options.keepalive === true,
      signal: options.signal,
    });
    reach(true);
    return response;
  } catch (failure) {
    if (failure.name === 'AbortError') throw failure;
    // A page that is being left has its requests cut; that says nothing about the server.
    if (!options.keepalive) reach(false);
    throw new Problem(0);
  }
}

async function read(response) {
  if (response.status === 204) return null;
  const text = await response.text();
  if (!text) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function request(method, path, body, options = {}) {
  let response = await send(method, path, body, options);
  if (response.status === 403 && method !== 'GET' && path !== '/session') {
    // The token may be that of a session from before a server restart; ask once for the present one.
    const session = await send('GET', '/session', undefined, {});
    if (session.ok) {
      const fresh = await read(session);
      if (fresh?.csrfToken && fresh.csrfToken !== csrfToken) {
        csrfToken = fresh.csrfToken;
        response = await send(method, path, body, options);
      }
    }
  }
  const content = await read(response);
  if (response.ok) return content;
  if (response.status === 401 && path !== '/session') onSignedOut();
  throw new Problem(response.status, content ?? {});
}

export const get = (path, options) => request('GET', path, undefined, options);
export const put = (path, body, options) => request('PUT', path, body ?? {}, options);
export const post = (path, body, options) => request('POST', path, body ?? {}, options);
export const del = (path, options) => request('DELETE', path, undefined, options);

/** Query string of the members that have a value. */
export function query(params) {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    if (value !== null && value !== undefined && value !== '') search.set(name, value);
  }
  const text = search.toString();
  return text ? `?${text}` : '';
}

/** For idempotent creation. `crypto.randomUUID` is missing where the page came over plain HTTP from another host. */
export function newKey() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const b = crypto.getRandomValues(new Uint8Array(16));
  b[6] = (b[6] & 0x0f) | 0x40;
  b[8] = (b[8] & 0x3f) | 0x80;
  const hex = [...b].map((x) => x.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
