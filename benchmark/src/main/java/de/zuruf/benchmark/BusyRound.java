package de.zuruf.benchmark;

import de.zuruf.demopbx.CallRequest;
import de.zuruf.demopbx.DemoCall;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * As many calls as the product takes: {@value #TOGETHER} are in progress at any time, and each goes on as soon as the agent's client
 * has been told of the step before. He answers when he sees it ring, the caller hangs up when he sees that they talk, and he closes the card;
 * then the next call begins, at the agent who has waited longest. So nothing can pile up, however slow the machine.
 */
final class BusyRound implements AutoCloseable {

    static final int TOGETHER = 24;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /**
     * What was done.
     *
     * @param calls   from the ring to the closed card
     * @param seconds all together
     * @param stuck   calls whose next step no client was told of
     */
    record Outcome(int calls, double seconds, int stuck) {
        double callsPerSecond() {
            return calls / seconds;
        }
    }

    /** What an agent is shown, in this order. */
    private enum Step {
        RINGING,
        TALKING,
        WRAP_UP,
        DONE;

        private final String text = "\"state\":\"" + name() + "\"";
    }

    private final class Progress {
        private final DemoCall call;
        private final String extension;
        private int next;

        Progress(DemoCall call, String extension) {
            this.call = call;
            this.extension = extension;
        }

        /** Called by the one thread that reads the streams. */
        void told(String event) {
            if (!event.contains(call.request().callerNumber()) || !event.contains(Step.values()[next].text)) {
                return;
            }
            switch (Step.values()[next++]) {
                case RINGING -> work.execute(() -> call.answer(extension));
                case TALKING -> work.execute(call::hangUp);
                case WRAP_UP -> work.execute(() -> target.ended().finish(extension, event));
                case DONE -> {
                    inProgress.remove(extension);
                    idle.add(extension);
                    places.release();
                }
            }
        }
    }

    private final Target target;
    private final List<String> numbers;
    private final Random random = new Random(20261123);
    private final Map<String, Progress> inProgress = new ConcurrentHashMap<>();
    private final Queue<String> idle = new ConcurrentLinkedQueue<>();
    private final Semaphore places = new Semaphore(TOGETHER);
    private final ExecutorService work = Executors.newFixedThreadPool(TOGETHER);
    private final SseClients clients;

    /** @param numbers the customers', E.164 */
    BusyRound(Target target, List<String> numbers) throws IOException, InterruptedException {
        this.target = target;
        this.numbers = List.copyOf(numbers);
        target.streams().forEach(stream -> idle.add(stream.extension()));
        clients = new SseClients(target.address(), target.streams(), (extension, text, at) -> {
            Progress progress = inProgress.get(extension);
            if (progress != null) {
                progress.told(text);
            }
        });
        clients.awaitAnswers();
    }

    /** Plays that many calls; returns when all are over, or when there is no progress. */
    Outcome run(int calls) throws InterruptedException {
        long begun = System.nanoTime();
        int played = 0;
        while (played < calls && places.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            String extension = idle.remove();
            DemoCall call = target.pbx()
                    .prepare(new CallRequest(
                            numbers.get(random.nextInt(numbers.size())),
                            null,
                            "+493023125100",
                            "vertrieb",
                            List.of(extension)));
            inProgress.put(extension, new Progress(call, extension));
            call.begin();
            played++;
        }
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!inProgress.isEmpty() && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        clients.check();
        return new Outcome(played - inProgress.size(), seconds, inProgress.size());
    }

    @Override
    public void close() throws IOException {
        clients.close();
        work.shutdownNow();
    }
}
