package de.zuruf.benchmark;

import de.zuruf.demopbx.CallRequest;
import de.zuruf.demopbx.DemoCall;
import de.zuruf.system.server.Await;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Browsers that have opened their event stream and never read from it, as a page that hangs or a notebook that has left the network:
 * some for each of a few agents, who work on meanwhile at another browser. Their receive buffers are as small as the system
 * allows, but the server's socket takes nearly two megabytes on the loopback interface; so each of these agents talks all the time and saves
 * a note of the greatest length every other second, of which all his browsers are told, until nothing more goes in. After some
 * minutes, in which the server has cut them off, others take their place.
 */
final class HungBrowsers {

    private static final Duration NOTE_EVERY = Duration.ofSeconds(2);
    private static final Duration REPLACED_EVERY = Duration.ofSeconds(180);

    /** As long as is allowed, of characters that take three bytes each. */
    private static final String NOTE = "€".repeat(19_980);

    /**
     * What became of them.
     *
     * @param opened    streams
     * @param cutOff    those that the server had closed
     * @param megabytes what it had got rid of to the one that took least before its end; infinite when it has cut off none
     */
    record Outcome(int opened, int cutOff, double megabytes) {}

    private final Target target;
    private final Agents agents;
    private final int each;
    private final SseClients working;
    private final Map<String, Integer> calls = new ConcurrentHashMap<>();
    private final Map<String, Integer> revisions = new HashMap<>();
    private final List<DemoCall> talks = new ArrayList<>();
    private final List<SocketChannel> hung = new ArrayList<>();
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(2);
    private int opened;
    private int cutOff;
    private long least = Long.MAX_VALUE;
    private volatile Exception broken;

    /**
     * Gives each of the target's agents a call, and then the browsers that hang.
     *
     * @param each    how many for each agent
     * @param numbers the callers'
     */
    HungBrowsers(Target target, Agents agents, int each, List<String> numbers)
            throws IOException, InterruptedException {
        this.target = target;
        this.agents = agents;
        this.each = each;
        working = new SseClients(target.address(), target.streams(), (extension, text, at) -> {
            if (text.contains("event: call") && text.contains("\"RINGING\"")) {
                calls.put(extension, Agents.call(text));
            }
        });
        working.awaitAnswers();
        for (SseClients.Stream stream : target.streams()) {
            talks.add(target.pbx()
                    .ring(new CallRequest(
                            numbers.get(talks.size()),
                            null,
                            "+493023125100",
                            "vertrieb",
                            List.of(stream.extension()))));
        }
        Await.until("the calls are shown to their agents", Duration.ofSeconds(30), () -> calls.size() == talks.size());
        talks.forEach(call -> call.answer(call.request().extensions().get(0)));
        open();
        schedule(this::write, NOTE_EVERY);
        schedule(this::replace, REPLACED_EVERY);
    }

    private interface Task {
        void run() throws Exception;
    }

    private void schedule(Task task, Duration every) {
        clock.scheduleAtFixedRate(
                () -> {
                    try {
                        task.run();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    } catch (Exception e) {
                        broken = e;
                    }
                },
                every.toMillis(),
                every.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private void open() throws IOException {
        for (SseClients.Stream stream : target.streams()) {
            for (int i = 0; i < each; i++) {
                SocketChannel channel = SocketChannel.open();
                channel.setOption(StandardSocketOptions.SO_RCVBUF, 1024);
                channel.connect(target.address());
                channel.write(ByteBuffer.wrap(
                        SseClients.request(target.address(), stream).getBytes(StandardCharsets.US_ASCII)));
                hung.add(channel);
                opened++;
            }
        }
    }

    private void write() throws IOException, InterruptedException {
        for (SseClients.Stream stream : target.streams()) {
            String extension = stream.extension();
            int revision = revisions.getOrDefault(extension, 0);
            // Another text each time, or it would not be a change.
            revisions.put(extension, agents.note(extension, calls.get(extension), NOTE + revision, revision));
        }
    }

    private synchronized void replace() throws IOException {
        shut();
        open();
    }

    /** Only now is read, to know how far the server had got. */
    private void shut() throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
        for (SocketChannel channel : hung) {
            long bytes = 0;
            try (channel) {
                channel.socket().setSoTimeout(200);
                var in = channel.socket().getInputStream();
                int count = in.read(buffer.array());
                for (; count >= 0; count = in.read(buffer.array())) {
                    bytes += count;
                }
                cutOff++;
                least = Math.min(least, bytes);
            } catch (java.net.SocketTimeoutException e) {
                // It is still open.
            } catch (IOException e) {
                // Reset: what was under way is lost.
                cutOff++;
            }
        }
        hung.clear();
    }

    /** Ends all, and says how they had fared; fails when an agent could not save his note. */
    synchronized Outcome close() throws Exception {
        clock.shutdownNow();
        clock.awaitTermination(20, TimeUnit.SECONDS);
        shut();
        talks.forEach(DemoCall::hangUp);
        working.check();
        working.close();
        if (broken != null) {
            throw broken;
        }
        return new Outcome(opened, cutOff, cutOff == 0 ? Double.POSITIVE_INFINITY : least / 1e6);
    }
}
