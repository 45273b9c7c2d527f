package de.zuruf.telephony.ami;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * What the connector tells the operator, numbered so that it can be searched and watched for. The texts are in
 * {@code Messages.properties}; the last letter says how grave it is. Never with a caller's number.
 */
enum OperatorMessage {
    ZURUF1001I(Level.INFO),
    ZURUF1002W(Level.WARNING),
    ZURUF1003E(Level.SEVERE),
    ZURUF1004E(Level.SEVERE),
    ZURUF1005W(Level.WARNING),
    ZURUF1006W(Level.WARNING),
    ZURUF1007W(Level.WARNING),
    ZURUF1008E(Level.SEVERE),
    ZURUF1009E(Level.SEVERE),
    ZURUF1010I(Level.INFO),
    ZURUF1011I(Level.INFO),
    ZURUF1012E(Level.SEVERE),
    ZURUF1013E(Level.SEVERE),
    ZURUF1014W(Level.WARNING),
    ZURUF1015E(Level.SEVERE),
    ZURUF1016E(Level.SEVERE),
    ZURUF1031I(Level.INFO),
    ZURUF1032E(Level.SEVERE),
    ZURUF1033W(Level.WARNING),
    ZURUF1034W(Level.WARNING),
    ZURUF1035W(Level.WARNING),
    ZURUF1036E(Level.SEVERE),
    ZURUF1037I(Level.INFO);

    private static final Logger LOG = Logger.getLogger(OperatorMessage.class.getPackageName());
    private static final ResourceBundle TEXTS =
            ResourceBundle.getBundle(OperatorMessage.class.getPackageName() + ".Messages", Locale.ROOT);

    private final Level level;

    OperatorMessage(Level level) {
        this.level = level;
    }

    void log(Object... values) {
        log(null, values);
    }

    void log(Throwable cause, Object... values) {
        if (LOG.isLoggable(level)) {
            LogRecord entry = new LogRecord(level, name());
            entry.setLoggerName(LOG.getName());
            entry.setResourceBundle(TEXTS);
            entry.setParameters(values);
            entry.setThrown(cause);
            LOG.log(entry);
        }
    }

    static void debug(String text, Throwable cause) {
        LOG.log(Level.FINE, text, cause);
    }
}
