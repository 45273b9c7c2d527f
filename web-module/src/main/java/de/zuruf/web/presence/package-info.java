/** Whether somebody can take a call now: of oneself, and of a team at a glance. */
package de.zuruf.web.presence;
