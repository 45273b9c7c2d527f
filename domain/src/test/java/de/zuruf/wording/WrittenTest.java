package de.zuruf.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class WrittenTest {

    @Test
    void amountsAreGrouped() {
        assertEquals(new Bilingual("120.000 €", "€120,000"), Written.euros(new BigDecimal("119999.50")));
        assertEquals(new Bilingual("-1.234 €", "€-1,234"), Written.euros(new BigDecimal("-1234.4")));
        assertEquals(new Bilingual("-123 €", "€-123"), Written.euros(new BigDecimal("-123")));
        assertEquals("0 €", Written.euros(BigDecimal.ZERO).de());
        assertEquals(
                "12.345.678.901.234.567.890 €",
                Written.euros(new BigDecimal("12345678901234567890")).de());
    }

    @Test
    void numbersAndDays() {
        assertEquals(new Bilingual("1.234.567", "1,234,567"), Written.number(1234567));
        assertEquals(new Bilingual("999", "999"), Written.number(999));
        assertEquals(new Bilingual("1.234,5", "1,234.5"), Written.decimal(new BigDecimal("1234.500")));
        assertEquals(new Bilingual("1.000", "1,000"), Written.decimal(new BigDecimal("1E3")));
        assertEquals(new Bilingual("-0,25", "-0.25"), Written.decimal(new BigDecimal("-0.25")));
        assertEquals(new Bilingual("0", "0"), Written.decimal(new BigDecimal("0.00")));
        assertEquals(new Bilingual("25 %", "25%"), Written.percent(25));
        assertEquals(new Bilingual("3.11.2026", "3 Nov 2026"), Written.day(LocalDate.of(2026, 11, 3)));
    }

    @Test
    void foreignTextStaysOnOneLineAndInOneDirection() {
        assertEquals("a  b", Written.plain(" a\r\nb\u202e ", 10));
        assertEquals("ab", Written.plain("a\u200bb\ud800", 10));
        assertEquals("abc", Written.plain("abcdef", 3));
        assertEquals("", Written.plain("\u0000\u2028\u2029", 10));
    }
}
