/** The files of the user interface: the page, its modules and the libraries that come as WebJars. */
package de.zuruf.web.page;
