package de.zuruf.web.api;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class NulGuardTest {

    @Test
    void findsNulAsItIsAndEscaped() {
        assertTrue(NulGuard.hasNul("{\"text\":\"a\0b\"}"));
        assertTrue(NulGuard.hasNul("{\"text\":\"a\\u0000b\"}"));
        assertTrue(NulGuard.hasNul("{\"text\":\"\\\\\\u0000\"}"));
    }

    @Test
    void leavesTextThatOnlyLooksLikeIt() {
        assertFalse(NulGuard.hasNul("{\"text\":\"a\\\\u0000b\"}"));
        assertFalse(NulGuard.hasNul("{\"text\":\"\\u00e4\"}"));
        assertFalse(NulGuard.hasNul(""));
    }
}
