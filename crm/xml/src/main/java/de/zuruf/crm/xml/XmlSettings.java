package de.zuruf.crm.xml;

import de.zuruf.crm.spi.CrmConfigurationException;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Settings of the adapter {@code xml}. At least one of {@code dropFolder} and {@code bundled} is needed.
 *
 * @param dropFolder       {@code dropFolder}: directory of the exchange; its subdirectories are made when missing. Without
 *                         it nothing is delivered or exported. Default: none
 * @param bundled          {@code bundled}: {@code demo} for the demo company, or {@code classpath:/…} for another delivery
 *                         that comes with the product; read before the drop folder. Default: none
 * @param relativeToToday  {@code relativeTo}: {@code today} moves all dates of a delivery with an anchor date so that the
 *                         anchor is today; {@code file} takes them as written. Default: {@code file}
 * @param zone             {@code zone}: time zone that says which day is today. Default: {@code Europe/Berlin}
 * @param settle           {@code settleSeconds}: a delivered file is taken when it has not changed for so long, 0 to 3600.
 *                         Default: 2
 * @param deepLinkTemplate {@code deepLink}: address of a record in the CRM with the place holders {@code {type}} and
 *                         {@code {id}}, http or https. Default: none, there are no links
 */
record XmlSettings(
        Path dropFolder,
        String bundled,
        boolean relativeToToday,
        ZoneId zone,
        Duration settle,
        String deepLinkTemplate) {

    static final String DEMO = "/de/zuruf/crm/xml/demo/demo-company.xml";

    private static final Set<String> KEYS =
            Set.of("dropFolder", "bundled", "relativeTo", "zone", "settleSeconds", "deepLink");
    private static final int SETTLE_LIMIT = 3600;

    static XmlSettings of(Map<String, String> settings) {
        Set<String> unknown = new TreeSet<>(settings.keySet());
        unknown.removeAll(KEYS);
        if (!unknown.isEmpty()) {
            throw new CrmConfigurationException("The XML adapter has no setting " + String.join(", ", unknown)
                    + "; it has " + String.join(", ", new TreeSet<>(KEYS)));
        }
        Path dropFolder = dropFolder(value(settings, "dropFolder"));
        String bundled = bundled(value(settings, "bundled"));
        if (dropFolder == null && bundled == null) {
            throw new CrmConfigurationException(
                    "The XML adapter needs dropFolder (a directory), bundled (demo or classpath:/...), or both");
        }
        return new XmlSettings(
                dropFolder,
                bundled,
                relativeTo(value(settings, "relativeTo")),
                zone(value(settings, "zone")),
                settle(value(settings, "settleSeconds")),
                deepLink(value(settings, "deepLink")));
    }

    private static String value(Map<String, String> settings, String key) {
        String value = settings.get(key);
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static Path dropFolder(String value) {
        try {
            return value == null ? null : Path.of(value).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new CrmConfigurationException("dropFolder is not a path: " + value, e);
        }
    }

    private static String bundled(String value) {
        if (value == null) {
            return null;
        }
        String resource;
        if (value.equals("demo")) {
            resource = DEMO;
        } else if (value.startsWith("classpath:/")) {
            resource = value.substring("classpath:".length());
        } else {
            throw new CrmConfigurationException("bundled is demo or classpath:/..., not " + value);
        }
        if (XmlSettings.class.getResource(resource) == null) {
            throw new CrmConfigurationException("bundled names a resource that does not exist: " + resource);
        }
        return resource;
    }

    private static boolean relativeTo(String value) {
        if (value == null || value.equals("file")) {
            return false;
        }
        if (value.equals("today")) {
            return true;
        }
        throw new CrmConfigurationException("relativeTo is today or file, not " + value);
    }

    private static ZoneId zone(String value) {
        try {
            return ZoneId.of(value == null ? "Europe/Berlin" : value);
        } catch (DateTimeException e) {
            throw new CrmConfigurationException("zone is not a time zone such as Europe/Berlin: " + value, e);
        }
    }

    private static Duration settle(String value) {
        try {
            int seconds = value == null ? 2 : Integer.parseInt(value);
            if (seconds >= 0 && seconds <= SETTLE_LIMIT) {
                return Duration.ofSeconds(seconds);
            }
            throw new CrmConfigurationException("settleSeconds is from 0 to " + SETTLE_LIMIT + ", not " + value);
        } catch (NumberFormatException e) {
            throw new CrmConfigurationException("settleSeconds is a number of seconds, not " + value, e);
        }
    }

    private static String deepLink(String value) {
        if (value == null) {
            return null;
        }
        try {
            URI sample = URI.create(value.replace("{type}", "t").replace("{id}", "i"));
            boolean web = "https".equals(sample.getScheme()) || "http".equals(sample.getScheme());
            if (web && sample.getHost() != null && value.contains("{id}")) {
                return value;
            }
        } catch (IllegalArgumentException e) {
            throw new CrmConfigurationException("deepLink is not an address: " + value, e);
        }
        throw new CrmConfigurationException("deepLink is an http(s) address that contains {id}, not " + value);
    }
}
