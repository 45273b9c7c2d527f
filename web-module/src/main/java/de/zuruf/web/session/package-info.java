/** Signing in and out, and which telephone is whose. */
package de.zuruf.web.session;
