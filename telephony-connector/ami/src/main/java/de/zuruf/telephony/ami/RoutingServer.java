package de.zuruf.telephony.ami;

import de.zuruf.telephony.RoutingAnswer;
import de.zuruf.telephony.RoutingListener;
import de.zuruf.telephony.RoutingRequest;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.endpoint.MessageEndpoint;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import jakarta.resource.spi.work.Work;
import jakarta.resource.spi.work.WorkAdapter;
import jakarta.resource.spi.work.WorkEvent;
import jakarta.resource.spi.work.WorkException;
import jakarta.resource.spi.work.WorkManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Listens for the questions of one telephone system's dialplan (FastAGI). One Work does all that is received and sent, so that a
 * client that is slow, silent or hostile takes a little memory and no thread; each complete question is answered by the
 * message-driven bean in a Work of its own.
 *
 * <p>A caller waits for the answer, and Asterisk sets no limit of its own to a connection that stands: whatever is not finished
 * in time is closed here, in whichever state it is, and the dialplan goes on without an answer.
 */
final class RoutingServer implements Work {

    /** Connections that may be open at the same time; a telephone system has as many as calls that arrive in the same instant. */
    static final int MAXIMUM_CONNECTIONS = 256;

    private static final long RETRY_MILLIS = 5_000;
    private static final long DRAIN_SECONDS = 8;

    private final RoutingActivationSpec spec;
    private final MessageEndpointFactory endpoints;
    private final WorkManager workManager;
    private final Set<InetAddress> clients;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final BlockingQueue<Answered> answered = new LinkedBlockingQueue<>();
    private final ByteBuffer received = ByteBuffer.allocate(4_096);
    private final Complaint late = new Complaint(System::nanoTime);
    private final Complaint stranger = new Complaint(System::nanoTime);
    private final Complaint failed = new Complaint(System::nanoTime);

    /** In the order of their limits. */
    private final Deque<Connection> connections = new ArrayDeque<>();

    private volatile Selector selector;
    private volatile int listeningAt;
    private int inHand;
    private String lastFailure;

    private enum State {
        ASKING,
        WAITING,
        ANSWERING,
        CLOSED
    }

    /** One connection; used by the listening thread only. */
    private static final class Connection {
        private final SocketChannel channel;
        private final SelectionKey key;
        private final AgiDialogue dialogue = new AgiDialogue();
        private final long limit;
        private State state = State.ASKING;

        Connection(SocketChannel channel, Selector selector, long limit) throws IOException {
            this.channel = channel;
            this.limit = limit;
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            key = channel.register(selector, SelectionKey.OP_READ, this);
        }
    }

    /**
     * @param answer  null when there is none
     * @param failure why there is none; null when the bean itself gave none
     */
    private record Answered(Connection connection, RoutingAnswer answer, Throwable failure) {}

    RoutingServer(RoutingActivationSpec spec, MessageEndpointFactory endpoints, WorkManager workManager) {
        this.spec = spec;
        this.endpoints = endpoints;
        this.workManager = workManager;
        this.clients = spec.clientAddresses();
    }

    @Override
    public void run() {
        try {
            while (stopped.getCount() > 0) {
                listen();
                if (stopped.await(RETRY_MILLIS, TimeUnit.MILLISECONDS)) {
                    break;
                }
            }
            OperatorMessage.ZURUF1037I.log(spec.getPbx());
        } catch (InterruptedException e) {
            // The container ends its threads.
            Thread.currentThread().interrupt();
        } finally {
            ended.countDown();
        }
    }

    /** Returns when the application stops, or when there is no listening any more. */
    private void listen() throws InterruptedException {
        try (Selector mine = Selector.open();
                ServerSocketChannel server = ServerSocketChannel.open()) {
            server.bind(new InetSocketAddress(spec.getHost(), spec.getPort()), MAXIMUM_CONNECTIONS);
            server.configureBlocking(false);
            server.register(mine, SelectionKey.OP_ACCEPT);
            selector = mine;
            listeningAt = ((InetSocketAddress) server.getLocalAddress()).getPort();
            lastFailure = null;
            OperatorMessage.ZURUF1031I.log(spec.getPbx(), spec.getHost(), String.valueOf(listeningAt));
            while (stopped.getCount() > 0) {
                mine.select(patience());
                for (SelectionKey key : mine.selectedKeys()) {
                    if (key.attachment() instanceof Connection connection) {
                        read(connection);
                    } else {
                        accept(server);
                    }
                }
                mine.selectedKeys().clear();
                for (Answered next = answered.poll(); next != null; next = answered.poll()) {
                    answer(next);
                }
                closeLate();
            }
        } catch (IOException | RuntimeException e) {
            complain(e);
        } finally {
            listeningAt = 0;
            connections.forEach(RoutingServer::close);
            connections.clear();
            drain();
        }
    }

    /** {@return milliseconds until the next connection is late, at least 1; 0 when there is none} */
    private long patience() {
        Connection first = connections.peek();
        return first == null ? 0 : Math.max(1, TimeUnit.NANOSECONDS.toMillis(first.limit - System.nanoTime()) + 1);
    }

    private void accept(ServerSocketChannel server) throws IOException {
        // Not without an end: those who were taken before want to be heard too.
        for (int i = 0; i < MAXIMUM_CONNECTIONS; i++) {
            SocketChannel channel = server.accept();
            if (channel == null) {
                return;
            }
            boolean taken = false;
            try {
                taken = take(channel);
            } catch (IOException e) {
                // It is gone already; the others are not concerned.
                OperatorMessage.debug("A question was withdrawn", e);
            } finally {
                if (!taken) {
                    channel.close();
                }
            }
        }
    }

    private boolean take(SocketChannel channel) throws IOException {
        InetAddress client = ((InetSocketAddress) channel.getRemoteAddress()).getAddress();
        if (!clients.contains(client)) {
            stranger.happened(times ->
                    OperatorMessage.ZURUF1034W.log(spec.getPbx(), client.getHostAddress(), String.valueOf(times)));
            return false;
        }
        if (connections.size() >= MAXIMUM_CONNECTIONS) {
            unanswered();
            return false;
        }
        long limit = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(spec.getAnswerMillis());
        connections.add(new Connection(channel, selector, limit));
        return true;
    }

    private void read(Connection connection) {
        try {
            received.clear();
            int count = connection.channel.read(received);
            received.flip();
            if (count < 0) {
                forget(connection);
            } else if (connection.state == State.ASKING && connection.dialogue.question(received)) {
                ask(connection);
            } else if (connection.state == State.ANSWERING) {
                String next = connection.dialogue.next(received).orElse(null);
                if ("".equals(next)) {
                    forget(connection);
                } else if (next != null) {
                    send(connection, next);
                }
            }
        } catch (IOException | RuntimeException e) {
            // Whatever a client has sent concerns no other one.
            OperatorMessage.debug("A question of the dialplan is given up", e);
            forget(connection);
        }
    }

    /** Hands the question to the bean. Until there is an answer the connection is not read from. */
    private void ask(Connection connection) throws IOException {
        if (inHand >= spec.getConcurrent()) {
            forget(connection);
            unanswered();
            return;
        }
        RoutingRequest request = connection.dialogue.request(spec.getPbx());
        connection.state = State.WAITING;
        connection.key.interestOps(0);
        inHand++;
        Question question = new Question(connection, request);
        try {
            workManager.scheduleWork(question, WorkManager.INDEFINITE, null, question);
        } catch (WorkException e) {
            question.done(null, e);
        }
    }

    private final class Question extends WorkAdapter implements Work {
        private final Connection connection;
        private final RoutingRequest request;
        private final AtomicBoolean done = new AtomicBoolean();

        Question(Connection connection, RoutingRequest request) {
            this.connection = connection;
            this.request = request;
        }

        @Override
        public void run() {
            RoutingAnswer answer = null;
            Throwable failure = null;
            try {
                answer = route(request);
            } catch (Exception | LinkageError e) {
                failure = e;
            } finally {
                done(answer, failure);
            }
        }

        @Override
        public void workRejected(WorkEvent event) {
            done(null, event.getException());
        }

        /** Tells the listening thread. A server may tell of a rejection in two ways, which must count once. */
        void done(RoutingAnswer answer, Throwable failure) {
            if (done.compareAndSet(false, true)) {
                answered.add(new Answered(connection, answer, failure));
                selector.wakeup();
            }
        }

        @Override
        public void release() {
            // Its end is awaited; it takes as long as a statement in the database.
        }
    }

    private RoutingAnswer route(RoutingRequest request) throws ResourceException {
        MessageEndpoint endpoint = endpoints.createEndpoint(null);
        try {
            return ((RoutingListener) endpoint).route(request);
        } finally {
            endpoint.release();
        }
    }

    private void answer(Answered result) {
        inHand--;
        if (result.answer() == null) {
            failed.happened(
                    times -> OperatorMessage.ZURUF1035W.log(result.failure(), spec.getPbx(), String.valueOf(times)));
        }
        Connection connection = result.connection();
        if (connection.state != State.WAITING) {
            return;
        }
        if (result.answer() == null) {
            forget(connection);
            return;
        }
        try {
            connection.state = State.ANSWERING;
            connection.key.interestOps(SelectionKey.OP_READ);
            send(connection, connection.dialogue.answer(result.answer()));
        } catch (IOException | CancelledKeyException e) {
            OperatorMessage.debug("An answer to the dialplan is given up", e);
            forget(connection);
        }
    }

    private static void send(Connection connection, String command) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(command.getBytes(StandardCharsets.US_ASCII));
        connection.channel.write(bytes);
        if (bytes.hasRemaining()) {
            // A command is shorter than any buffer: who has not even read the one before is no Asterisk.
            throw new IOException("commands are not taken");
        }
    }

    private void closeLate() {
        long now = System.nanoTime();
        for (Connection first = connections.peek(); first != null; first = connections.peek()) {
            if (first.state != State.CLOSED && first.limit - now > 0) {
                return;
            }
            connections.remove();
            if (first.state == State.WAITING || first.state == State.ANSWERING) {
                unanswered();
            }
            close(first);
        }
    }

    private void unanswered() {
        late.happened(times -> OperatorMessage.ZURUF1033W.log(
                spec.getPbx(), String.valueOf(spec.getAnswerMillis()), String.valueOf(times)));
    }

    private void forget(Connection connection) {
        close(connection);
        connections.remove(connection);
    }

    private static void close(Connection connection) {
        connection.state = State.CLOSED;
        try {
            connection.channel.close();
        } catch (IOException e) {
            OperatorMessage.debug("A connection of the dialplan did not close well", e);
        }
    }

    /** Waits for what the bean has in hand: nothing may be asked of an application that is gone. */
    private void drain() throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(DRAIN_SECONDS);
        while (inHand > 0 && answered.poll(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS) != null) {
            inHand--;
        }
    }

    /** Logs a failure once, not at each of a thousand attempts. */
    private void complain(Exception cause) {
        String reason = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        if (stopped.getCount() > 0 && !reason.equals(lastFailure)) {
            lastFailure = reason;
            OperatorMessage.ZURUF1032E.log(
                    spec.getPbx(),
                    spec.getHost(),
                    String.valueOf(spec.getPort()),
                    reason,
                    String.valueOf(RETRY_MILLIS / 1_000));
        }
    }

    /** {@return the port at which it listens now; 0 when it does not} */
    int listeningAt() {
        return listeningAt;
    }

    /** Called by the container when it shuts down. */
    @Override
    public void release() {
        stopped.countDown();
        Selector now = selector;
        if (now != null) {
            now.wakeup();
        }
    }

    boolean awaitEnd(long seconds) throws InterruptedException {
        return ended.await(seconds, TimeUnit.SECONDS);
    }
}
