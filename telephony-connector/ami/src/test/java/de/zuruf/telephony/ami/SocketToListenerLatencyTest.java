package de.zuruf.telephony.ami;

import static org.junit.jupiter.api.Assertions.assertTrue;

import de.zuruf.demopbx.CallRequest;
import de.zuruf.demopbx.DemoCall;
import de.zuruf.demopbx.DemoPbx;
import de.zuruf.telephony.CallEvent;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * How long from the PBX's handing the ringing to its socket until the bean is called: TCP on loopback, cutting and
 * filtering of frames, one change of threads, translation. The limit is loose, because a shared machine measures; the
 * figure is in the test's output.
 */
@Timeout(60)
class SocketToListenerLatencyTest {

    private static final int WARM_UP = 2_000;
    private static final int CALLS = 2_000;

    @Test
    void staysFarBelowWhatAPersonNotices() throws Exception {
        ExecutorService executor = Executors.newCachedThreadPool();
        TelephonyResourceAdapter adapter = new TelephonyResourceAdapter();
        Map<String, Long> heard = new ConcurrentHashMap<>();
        try (Container container = new Container();
                DemoPbx pbx = new DemoPbx(0, "zuruf", "geheim", executor, Clock.systemUTC())) {
            pbx.start();
            TelephonyActivationSpec spec = new TelephonyActivationSpec();
            spec.setPort(pbx.port());
            spec.setUser("zuruf");
            spec.setPassword("geheim");
            container.listener(event -> {
                if (event instanceof CallEvent.Offered offered) {
                    heard.putIfAbsent(offered.call().linkedId(), System.nanoTime());
                }
            });
            adapter.start(container);
            adapter.endpointActivation(container, spec);
            container.await(CallEvent.Connected.class, 1);
            for (int i = 0; i < WARM_UP; i++) {
                pbx.ring(request()).abandon();
            }
            container.await(CallEvent.Ended.class, WARM_UP);

            List<DemoCall> calls = new ArrayList<>();
            for (int i = 0; i < CALLS; i++) {
                calls.add(pbx.prepare(request()));
            }
            Map<String, Long> rung = new ConcurrentHashMap<>();
            pbx.begin(calls, 400, (call, nanos) -> rung.put(call.linkedId(), nanos));
            container.await(CallEvent.Offered.class, WARM_UP + CALLS);
            long[] micros = rung.entrySet().stream()
                    .mapToLong(entry -> (heard.get(entry.getKey()) - entry.getValue()) / 1_000)
                    .sorted()
                    .toArray();
            Logger.getLogger(getClass().getName())
                    .info("socket to listener: median " + micros[CALLS / 2] + " µs, p99 " + micros[CALLS * 99 / 100]
                            + " µs");
            assertTrue(micros[CALLS / 2] < 20_000, "median " + micros[CALLS / 2] + " µs");
        } finally {
            adapter.stop();
            executor.shutdownNow();
        }
    }

    private static CallRequest request() {
        return new CallRequest("+498999998417", "Elektro Hansen", "03023125100", "vertrieb", List.of("201"));
    }
}
