package de.zuruf.web.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    private static String german(Object... cells) {
        return text(new Csv(Locale.GERMANY).row(cells));
    }

    private static String english(Object... cells) {
        return text(new Csv(Locale.UK).row(cells));
    }

    private static String text(Csv csv) {
        var text = new String(csv.bytes(), StandardCharsets.UTF_8);
        assertTrue(text.startsWith("\uFEFF"), "a spreadsheet takes it for Latin-1 without the mark");
        return text.substring(1);
    }

    @Test
    void beginsWithTheMarkOfUtf8() {
        assertArrayEquals(
                new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, (byte) 0xC3, (byte) 0xBC, '\r', '\n'},
                new Csv(Locale.GERMAN).row("ü").bytes());
    }

    @Test
    void germanHasSemicolonsAndDecimalCommas() {
        assertEquals("a;12;0,83;7,0;\r\n", german("a", 12, 0.834, 7.0, null));
    }

    @Test
    void englishHasCommasAndDecimalPoints() {
        assertEquals("a,12,0.83,7.0,\r\n", english("a", 12, 0.834, 7.0, null));
    }

    @Test
    void whateverIsNotEnglishIsGerman() {
        assertEquals("1,5;2\r\n", text(new Csv(Locale.forLanguageTag("*")).row(1.5, 2)));
        assertEquals("1,5;2\r\n", text(new Csv(Locale.FRENCH).row(1.5, 2)));
    }

    @Test
    void largeNumbersAreNotGrouped() {
        assertEquals("1234567;1234567,5\r\n", german(1_234_567, 1_234_567.5));
    }

    @Test
    void whatIsNoNumberIsEmpty() {
        assertEquals(";;\r\n", german(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY));
    }

    @Test
    void recordsEndAsTheRfcSays() {
        assertEquals("a;b\r\nc;d\r\n", text(new Csv(Locale.GERMAN).row("a", "b").row("c", "d")));
    }

    @Test
    void quotesSeparatorsAndLineEndsStayInTheirCell() {
        assertEquals("\"a\"\"b\"\r\n", german("a\"b"));
        assertEquals("\"a;b\"\r\n", german("a;b"));
        assertEquals("\"a,b\"\r\n", german("a,b"));
        assertEquals("\"a;b\"\r\n", english("a;b"));
        assertEquals("\"a\r\nb\"\r\n", german("a\r\nb"));
        assertEquals("\"a\rb\"\r\n", german("a\rb"));
        assertEquals("\" a\";\"a \"\r\n", german(" a", "a "));
        assertEquals("\"\"\"\"\r\n", german("\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "=cmd|' /C calc'!A0",
                "+49 30 23125101",
                "-2+3",
                "@SUM(A1:A9)",
                "＝1+1",
                " =1+1",
                "\u00A0=1+1",
                "\u200B=1+1",
                "\u202E=1+1",
                "\uFEFF=1+1",
                "\u0000=1+1",
                "\t=1+1",
                "\r=1+1",
                "\n=1+1",
                "\tharmless",
                "=",
                "\"=1+1"
            })
    void textIsNeverAFormula(String hostile) {
        var cell = german(hostile).replaceFirst("\r\n$", "");
        var read = cell.startsWith("\"") ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"") : cell;
        if (hostile.startsWith("\"")) {
            assertEquals(hostile, read, "a quote is a harmless character once it is escaped");
        } else {
            assertEquals("'" + hostile, read);
        }
    }

    @Test
    void aFormulaCannotBeginANewCell() {
        assertEquals("\"harmlos;=1+1\"\r\n", german("harmlos;=1+1"));
        assertEquals("\"harmlos,=1+1\"\r\n", german("harmlos,=1+1"));
        assertEquals("\"harmlos\"\";=1+1\"\r\n", german("harmlos\";=1+1"));
        assertEquals("\"harmlos\n=1+1\"\r\n", german("harmlos\n=1+1"));
    }

    @Test
    void aNegativeNumberStaysANumber() {
        assertEquals("-3;-0,5\r\n", german(-3, -0.5));
    }

    @Test
    void ordinaryTextIsLeftAlone() {
        assertEquals("Müller & Söhne GmbH;a-b=c;;x@y\r\n", german("Müller & Söhne GmbH", "a-b=c", "", "x@y"));
    }

    @Test
    void longAndBrokenTextDoesNoHarm() {
        var cells = new Object[300];
        Arrays.fill(cells, "\uD800");
        assertEquals(300, german(cells).split(";", -1).length);
    }
}
