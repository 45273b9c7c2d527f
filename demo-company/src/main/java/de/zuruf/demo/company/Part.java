package de.zuruf.demo.company;

/**
 * A customer of the demonstration who shows something.
 *
 * @param plot     what he shows
 * @param partyId  his identity
 * @param company  his name
 * @param person   who calls; null when the caller is not known by name
 * @param callFrom the number to call from, in E.164
 * @param see      in German, what should be seen
 */
record Part(Plot plot, String partyId, String company, String person, String callFrom, String see) {}
