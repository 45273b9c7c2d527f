/** What makes a trial complete without any other system: accounts and a stand-in telephone system. */
package de.zuruf.app.demo;
