package de.zuruf.web.report;

import java.nio.charset.StandardCharsets;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A table as comma-separated values after RFC 4180, in UTF-8 with a byte order mark, so that a spreadsheet opens it by a
 * double click: in German with semicolons and decimal commas, in English with commas and decimal points. A text that a
 * spreadsheet could take for a formula is led by an apostrophe (OWASP, "CSV Injection"); a number never is.
 */
final class Csv {
    private static final String MARK = "\uFEFF";
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";
    private static final Pattern TO_QUOTE = Pattern.compile("[;,\"\\r\\n\\t]|^\\s|\\s$");

    private final StringBuilder text = new StringBuilder(MARK);
    private final char separator;
    private final DecimalFormat fractions;

    /** @param locale English or, whatever else it is, German */
    Csv(Locale locale) {
        var english = "en".equals(locale.getLanguage());
        separator = english ? ',' : ';';
        fractions =
                new DecimalFormat("0.0#", DecimalFormatSymbols.getInstance(english ? Locale.ENGLISH : Locale.GERMAN));
    }

    /** Adds a record. A cell is a text, a number or null, which stays empty. */
    Csv row(Object... cells) {
        for (var i = 0; i < cells.length; i++) {
            if (i > 0) {
                text.append(separator);
            }
            text.append(cell(cells[i]));
        }
        text.append("\r\n");
        return this;
    }

    private String cell(Object cell) {
        if (cell == null) {
            return "";
        }
        if (cell instanceof Double || cell instanceof Float) {
            var number = ((Number) cell).doubleValue();
            return Double.isFinite(number) ? fractions.format(number) : "";
        }
        return cell instanceof Number ? cell.toString() : quoted(harmless(cell.toString()));
    }

    private static String harmless(String cell) {
        // Whatever is invisible at the beginning may be skipped by the program that reads it.
        var first = cell.codePoints().filter(Csv::visible).findFirst();
        var led = !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0;
        return led || first.isPresent() && FORMULA.indexOf(first.getAsInt()) >= 0 ? "'" + cell : cell;
    }

    private static boolean visible(int character) {
        return !Character.isWhitespace(character)
                && !Character.isSpaceChar(character)
                && Character.getType(character) != Character.CONTROL
                && Character.getType(character) != Character.FORMAT;
    }

    /** Both separators make quotes necessary in either language, because a spreadsheet may be set to the other one. */
    private static String quoted(String cell) {
        return TO_QUOTE.matcher(cell).find() ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
