package de.zuruf.crm.xml;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Ends the reading of a file in which no markup begins for too long. The parser collects an attribute value as a whole,
 * however long it is; this bounds what one field can make it hold.
 */
final class MarkupGuard extends FilterInputStream {
    static final int LIMIT = 8 * 1024 * 1024;

    private long sinceMarkup;

    MarkupGuard(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        if (b == '<') {
            sinceMarkup = 0;
        } else if (b >= 0) {
            count(1);
        }
        return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = super.read(buffer, offset, length);
        if (n > 0) {
            int last = offset + n - 1;
            while (last >= offset && buffer[last] != '<') {
                last--;
            }
            if (last >= offset) {
                sinceMarkup = 0;
            }
            count(offset + n - 1 - Math.max(last, offset - 1));
        }
        return n;
    }

    private void count(int bytes) throws OversizedFieldException {
        sinceMarkup += bytes;
        if (sinceMarkup > LIMIT) {
            throw new OversizedFieldException();
        }
    }

    /** A single field is larger than any reader should hold. */
    static final class OversizedFieldException extends IOException {
        private static final long serialVersionUID = 1L;

        OversizedFieldException() {
            super("Ein einzelnes Feld ist größer als " + LIMIT / (1024 * 1024) + " MB.");
        }
    }
}
