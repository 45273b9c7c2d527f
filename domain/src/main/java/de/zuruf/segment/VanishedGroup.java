package de.zuruf.segment;

/**
 * A product group that a customer used to order and no longer does.
 *
 * @param groupId of the group
 * @param present in how many of the earlier orders it was
 * @param earlier number of earlier orders looked at
 * @param missing number of latest orders, none of which has it
 */
public record VanishedGroup(String groupId, int present, int earlier, int missing) {}
