/**
 * Speaks the server's documented HTTP (docs/api.md) as a browser would, without a browser: sessions with their CSRF token,
 * and the event stream. It knows addresses and JSON, none of the product's classes.
 */
package de.zuruf.system.client;
