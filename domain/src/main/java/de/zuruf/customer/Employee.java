package de.zuruf.customer;

/**
 * A person of our own company who deals with customers.
 *
 * @param id        identity in the CRM, at most 64 characters
 * @param name      given and family name
 * @param role      which side of the house
 * @param team      name of the team; null when in none
 * @param email     null when unknown
 * @param extension usual telephone extension; null when unknown
 * @param deputyId  who stands in for this person; null when nobody is named
 * @param absent    true while the CRM marks this person as away
 */
public record Employee(
        String id,
        String name,
        EmployeeRole role,
        String team,
        String email,
        String extension,
        String deputyId,
        boolean absent) {}
