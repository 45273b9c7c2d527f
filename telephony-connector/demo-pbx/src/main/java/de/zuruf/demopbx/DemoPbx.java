package de.zuruf.demopbx;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.ObjLongConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A telephone system for demonstrations, tests and benchmarks: a server of Asterisk's manager protocol on the loopback
 * interface that plays recorded calls. What it sends was said by a real Asterisk 22, device noise included; only the
 * values of the call are put in.
 *
 * <p>Frames are written by the thread that drives the call. A client that stops reading therefore blocks it once the
 * socket's buffers are full (some hundred kilobytes); the product's connector never stops reading.
 */
public final class DemoPbx implements AutoCloseable {

    static final Recording QUEUE = Recording.load("queue");
    static final Recording DIRECT = Recording.load("direct");
    static final Recording DIAL = Recording.load("dial");
    static final Recording TRANSFER = Recording.load("transfer");
    static final Recording CONSULT = Recording.load("consult");
    static final Recording PARK = Recording.load("park");
    static final Recording SNAPSHOT = Recording.load("snapshot");

    /** Enough for the product, a reconnect that overlaps, and a curious developer. */
    private static final int MAXIMUM_CLIENTS = 16;

    private static final int FIRST_PARKING_SPACE = 701;

    private static final Logger LOG = System.getLogger(DemoPbx.class.getName());

    private static final long CLOSE_SECONDS = 5;

    private final int requestedPort;
    private final String user;
    private final String secret;
    private final Executor executor;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, DemoCall> calls = new LinkedHashMap<>();
    private final DemoQueues queues = new DemoQueues(this);
    private final List<AmiClient> clients = new CopyOnWriteArrayList<>();
    private final CountDownLatch accepting = new CountDownLatch(1);
    private ServerSocket server;
    private boolean closed;
    private int channels;

    /**
     * @param port     TCP port on the loopback interface; 0 takes a free one, see {@link #port()}
     * @param user     manager user that may log in
     * @param secret   his password
     * @param executor runs one task that accepts clients and one per client, each until {@link #close()}; it must not
     *                 run them in the calling thread
     * @param clock    time for the identifiers of calls, as Asterisk makes them
     */
    public DemoPbx(int port, String user, String secret, Executor executor, Clock clock) {
        this.requestedPort = port;
        this.user = Objects.requireNonNull(user, "user");
        this.secret = Objects.requireNonNull(secret, "secret");
        this.executor = Objects.requireNonNull(executor, "executor");
        this.clock = Objects.requireNonNull(clock, "clock");
        // Asterisk takes longer than a second to restart; this one does not, and must not give an identifier twice.
        this.channels = Math.floorMod(clock.millis(), 1_000_000);
    }

    /**
     * Opens the port and accepts clients.
     *
     * @throws IOException           when the port is taken or the executor takes no task
     * @throws IllegalStateException when it was started before
     */
    public void start() throws IOException {
        lock.lock();
        try {
            if (server != null || closed) {
                throw new IllegalStateException("The demo PBX starts once");
            }
            ServerSocket socket = new ServerSocket();
            try {
                // A PBX that was just stopped must be able to return on the same port.
                socket.setReuseAddress(true);
                socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), requestedPort));
                executor.execute(() -> accept(socket));
                server = socket;
            } catch (RejectedExecutionException e) {
                throw new IOException("No thread for the demo PBX", e);
            } finally {
                if (server == null) {
                    socket.close();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * {@return the TCP port that is listened on}
     *
     * @throws IllegalStateException before {@link #start()}
     */
    public int port() {
        return locked(() -> {
            if (server == null) {
                throw new IllegalStateException("The demo PBX is not started");
            }
            return server.getLocalPort();
        });
    }

    /**
     * Adds a queue, as the configuration of a real one would. A queue that a call goes to without that is added then, with the
     * telephones that ring.
     *
     * @param name       letters, digits, {@code _} and {@code -}, at most 40 characters
     * @param extensions telephones that belong to it
     */
    public void queue(String name, String... extensions) {
        // The shapes are those of a call.
        CallRequest shape = new CallRequest(null, null, "0", name, List.of(extensions));
        locked(() -> {
            queues.configure(shape.queue(), shape.extensions());
            return null;
        });
    }

    /** {@return whether a queue leaves a telephone out now} */
    public boolean paused(String queue, String extension) {
        return locked(() -> queues.paused(queue, extension));
    }

    /**
     * Plays the arrival of a call up to the ringing of all its telephones.
     *
     * @param request what to play
     * @return the call, to be answered, rejected, hung up or abandoned
     */
    public DemoCall ring(CallRequest request) {
        DemoCall call = prepare(request);
        call.begin();
        return call;
    }

    /**
     * Renders a call without beginning it, so that {@link DemoCall#begin()} costs no more than the writing.
     *
     * @param request what to play
     * @return a call in state {@link DemoCall.State#READY}
     */
    public DemoCall prepare(CallRequest request) {
        return locked(() -> new DemoCall(this, request));
    }

    /**
     * Begins prepared calls at an even rate, in the calling thread. A call that is late does not delay the ones after
     * it, so that a slow receiver cannot lower the rate (no coordinated omission).
     *
     * @param prepared       calls in state {@link DemoCall.State#READY}
     * @param callsPerSecond above 0
     * @param begun          told, per call, the {@link System#nanoTime()} of {@link DemoCall#begin()}
     */
    public void begin(Collection<DemoCall> prepared, double callsPerSecond, ObjLongConsumer<DemoCall> begun) {
        if (!(callsPerSecond > 0)) {
            throw new IllegalArgumentException("callsPerSecond must be above 0");
        }
        long interval = (long) (1e9 / callsPerSecond);
        long due = System.nanoTime();
        for (DemoCall call : prepared) {
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
                if (Thread.currentThread().isInterrupted()) {
                    return;
                }
            }
            begun.accept(call, call.begin());
            due += interval;
        }
    }

    /**
     * Writes any text to all clients that have logged in, for tests of what a broken telephone system sends.
     *
     * @param frames bytes to be sent as they are
     */
    public void raw(byte[] frames) {
        locked(() -> write(frames));
    }

    /** {@return the calls that have begun and are not over, oldest first} */
    public List<DemoCall> calls() {
        return locked(() -> List.copyOf(calls.values()));
    }

    /** {@return how many clients have logged in and are connected} */
    public int clients() {
        return (int) clients.stream().filter(AmiClient::loggedIn).count();
    }

    /** Cuts all connections as a network fault would; the port stays open and calls go on. */
    public void dropClients() {
        clients.forEach(AmiClient::close);
    }

    /** Closes the port and all connections. Calls vanish without a word, as they do when a PBX is killed. */
    @Override
    public void close() {
        if (closePort()) {
            awaitClosed();
        }
        dropClients();
    }

    /** The kernel gives the port free only when the thread that waits for clients has come back from it. */
    private void awaitClosed() {
        try {
            accepting.await(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean closePort() {
        // First, because a thread that is stuck writing to a client holds the lock.
        dropClients();
        return locked(() -> {
            closed = true;
            calls.clear();
            if (server != null) {
                try {
                    server.close();
                } catch (IOException e) {
                    LOG.log(Level.DEBUG, "Closing the demo PBX's port", e);
                }
            }
            return server != null;
        });
    }

    private void accept(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                AmiClient client = new AmiClient(this, connection, user, secret);
                if (clients.size() >= MAXIMUM_CLIENTS) {
                    client.close();
                    continue;
                }
                clients.add(client);
                executor.execute(() -> {
                    try {
                        client.serve();
                    } finally {
                        clients.remove(client);
                    }
                });
            } catch (RejectedExecutionException e) {
                LOG.log(Level.WARNING, "No thread for a client of the demo PBX; it closes", e);
                accepting.countDown();
                close();
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    LOG.log(Level.WARNING, "The demo PBX cannot accept a client", e);
                }
            }
        }
        accepting.countDown();
        // A client that came in while the port was being closed.
        dropClients();
    }

    /** Writes to all clients in the order of the calls to this method; returns the time immediately before. */
    long write(byte[] frames) {
        long before = System.nanoTime();
        for (AmiClient client : clients) {
            if (client.loggedIn()) {
                client.send(frames);
            }
        }
        return before;
    }

    /**
     * Lets a telephone ring and dials a number from it when it is picked up, as {@code Originate} does. The other end rings at once and is
     * {@link DemoCall#OUTSIDE}, or the telephone of the house that was dialled.
     *
     * @param uniqueId  what the call shall be known by
     * @param extension whose telephone rings first
     * @param number    what is dialled then
     * @param name      what that telephone shows; null for none
     * @return the call; null when there is one of that identity
     */
    DemoCall originate(String uniqueId, String extension, String number, String name) {
        DemoCall call = locked(() -> {
            if (calls.containsKey(uniqueId)) {
                return null;
            }
            DemoCall dialled = new DemoCall(this, uniqueId, extension, number, name);
            calls.values().stream()
                    .filter(other -> number.equals(other.parkedAt()))
                    .findFirst()
                    .ifPresent(dialled::fetches);
            return dialled;
        });
        if (call != null) {
            call.begin();
        }
        return call;
    }

    /** {@return the call in which a channel is a telephone of the house; null when there is none} */
    DemoCall withTelephone(String uniqueId) {
        return locked(() -> calls.values().stream()
                .filter(call -> call.hasTelephone(uniqueId))
                .findFirst()
                .orElse(null));
    }

    /** {@return the call of a caller's channel; null when there is none} */
    DemoCall withCaller(String uniqueId) {
        return locked(() -> calls.get(uniqueId));
    }

    /** {@return the first parking space that is free; called under the lock} */
    String nextParkingSpace() {
        int space = FIRST_PARKING_SPACE;
        Set<String> taken = calls.values().stream()
                .map(DemoCall::parkedAt)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        while (taken.contains(Integer.toString(space))) {
            space++;
        }
        return Integer.toString(space);
    }

    /** Appends CoreShowChannels' list and returns its length; under the lock it is consistent with what was written. */
    int describe(String actionId, StringBuilder out) {
        int count = 0;
        for (DemoCall call : calls.values()) {
            count += call.describe(actionId, out);
        }
        return count;
    }

    DemoQueues queues() {
        return queues;
    }

    /** Does what a manager client wants of a queue; a caller who waits in vain rings at a telephone that can be called now. */
    DemoQueues.Answer act(Map<String, String> action) {
        return locked(() -> {
            DemoQueues.Answer answer = queues.act(action);
            if (answer.called() != null) {
                List.copyOf(calls.values()).forEach(call -> call.offer(answer.called()));
            }
            return answer;
        });
    }

    /** {@return a telephone's state as {@code ast_device_state} counts} */
    int device(String extension) {
        int state = 1;
        for (DemoCall call : calls.values()) {
            if (extension.equals(call.answeredBy())) {
                return 2;
            }
            state = call.ringing().contains(extension) ? 6 : state;
        }
        return state;
    }

    /** Appends who waits in a queue and returns how many. */
    int waiting(String queue, String id, StringBuilder out) {
        int position = 0;
        for (DemoCall call : calls.values()) {
            position += call.waits(queue, position + 1, id, out) ? 1 : 0;
        }
        return position;
    }

    Instant now() {
        return clock.instant();
    }

    <T> T locked(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }

    void live(DemoCall call) {
        calls.put(call.linkedId(), call);
    }

    void over(DemoCall call) {
        calls.remove(call.linkedId());
    }

    String nextUniqueId() {
        return clock.instant().getEpochSecond() + "." + channels++;
    }

    String nextChannel(String device) {
        return String.format("PJSIP/%s-%08x", device, channels);
    }

    String nextPair() {
        return String.format("%08x", channels);
    }

    String nextBridge() {
        return String.format("00000000-0000-4000-8000-%012x", channels);
    }

    @Override
    public String toString() {
        return "DemoPbx[" + clients() + " clients]";
    }
}
