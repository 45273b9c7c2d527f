/** Rules of the module as a whole. */
package de.zuruf.web;
