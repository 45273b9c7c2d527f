package de.zuruf.crm.xml;

/** What XML 1.0 can carry of a text. */
final class XmlText {
    private XmlText() {}

    /** {@return the text with U+FFFD in the place of each character that XML 1.0 cannot carry; null stays null} */
    static String legal(String text) {
        if (text == null) {
            return null;
        }
        int first = 0;
        while (first < text.length()) {
            int c = text.codePointAt(first);
            if (!legal(c)) {
                return replaced(text, first);
            }
            first += Character.charCount(c);
        }
        return text;
    }

    private static String replaced(String text, int from) {
        StringBuilder out = new StringBuilder(text.length()).append(text, 0, from);
        text.substring(from).codePoints().forEach(c -> out.appendCodePoint(legal(c) ? c : 0xFFFD));
        return out.toString();
    }

    private static boolean legal(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || c >= 0x20 && c <= 0xD7FF
                || c >= 0xE000 && c <= 0xFFFD
                || c >= 0x10000;
    }
}
