package de.zuruf.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What lives in a Java process after a full collection.
 *
 * @param bytes   all objects
 * @param byClass the bytes of each class, by its name in a histogram
 */
record LiveHeap(long bytes, Map<String, Long> byClass) {

    /** As in {@code   12:   1234   56789  java.lang.String (java.base@17)} and, last, {@code Total   12345   678901}. */
    private static final Pattern LINE = Pattern.compile("\\s*\\d+:\\s+\\d+\\s+(\\d+)\\s+(\\S+).*");

    private static final Pattern TOTAL = Pattern.compile("Total\\s+\\d+\\s+(\\d+)");

    LiveHeap {
        byClass = Map.copyOf(byClass);
    }

    /** Collects twice: what the first collection hands to finalizers and cleaners only the second can take away. */
    static LiveHeap of(long pid) throws IOException, InterruptedException {
        jcmd(pid, "GC.run");
        String histogram = jcmd(pid, "GC.class_histogram");
        long total = -1;
        var byClass = new HashMap<String, Long>();
        for (String line : histogram.lines().toList()) {
            Matcher entry = LINE.matcher(line);
            Matcher sum = TOTAL.matcher(line);
            if (entry.matches()) {
                byClass.merge(entry.group(2), Long.parseLong(entry.group(1)), Long::sum);
            } else if (sum.matches()) {
                total = Long.parseLong(sum.group(1));
            }
        }
        if (total < 0) {
            throw new IOException("cannot read what lives from " + histogram);
        }
        return new LiveHeap(total, byClass);
    }

    double megabytes() {
        return bytes / 1048576.0;
    }

    /** {@return the classes that have grown most since then, most first, with their growth in bytes} */
    List<Map.Entry<String, Long>> grownSince(LiveHeap before, int most) {
        var growth = new HashMap<String, Long>();
        byClass.forEach((name, now) -> growth.put(name, now - before.byClass.getOrDefault(name, 0L)));
        return growth.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(most)
                .toList();
    }

    /** {@return what the command of the running Java process prints} */
    static String jcmd(long pid, String command) throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(pid), command)
                .redirectErrorStream(true)
                .start();
        String text = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        jcmd.waitFor();
        return text;
    }
}
