/** What an operator looks at. */
package de.zuruf.web.admin;
