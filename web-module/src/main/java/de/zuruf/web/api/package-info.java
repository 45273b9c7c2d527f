/** What all resources share: where they live, how errors look, what a request must bring along. */
package de.zuruf.web.api;
