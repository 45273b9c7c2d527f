/** What happens when things break: the server is killed, the telephone system is killed, the telephone system talks nonsense. */
package de.zuruf.system.fault;
