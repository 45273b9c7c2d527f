// Where the user is, in the fragment: deep links need no rule on the server and work in an embedding frame.

const listeners = new Set();

/** `#/customers/12?x=y` → `{name: 'customers', id: '12', params}` */
export function route() {
  const [path, search] = location.hash.replace(/^#\/?/, '').split('?');
  const [name, id] = path.split('/');
  return { name: name || '', id: id ? decodeURIComponent(id) : null, params: new URLSearchParams(search ?? '') };
}

export function href(name, id = null, params = {}) {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(params)) {
    if (value !== null && value !== undefined && value !== '') search.set(key, value);
  }
  const text = search.toString();
  return `#/${name}${id === null ? '' : `/${encodeURIComponent(id)}`}${text ? `?${text}` : ''}`;
}

export function go(name, id = null, params = {}) {
  location.hash = href(name, id, params);
}

/** Like `go`, but without a step in the history: for filters. */
export function replace(name, id = null, params = {}) {
  history.replaceState(null, '', href(name, id, params));
  tell();
}

function tell() {
  for (const listener of listeners) listener(route());
}

export function onRoute(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

addEventListener('hashchange', tell);
