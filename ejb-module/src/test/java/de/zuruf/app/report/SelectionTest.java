package de.zuruf.app.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import de.zuruf.wording.InvalidInputException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SelectionTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    @Test
    void bothDaysAreNeeded() {
        assertEquals(
                "from",
                assertThrows(InvalidInputException.class, () -> new Selection(null, DAY, null, null))
                        .field()
                        .orElseThrow());
        assertEquals(
                "to",
                assertThrows(InvalidInputException.class, () -> new Selection(DAY, null, null, null))
                        .field()
                        .orElseThrow());
    }

    @Test
    void anEmptyFilterIsNone() {
        var selection = new Selection(DAY, DAY, " ", "");
        assertNull(selection.queue());
        assertNull(selection.team());
    }
}
