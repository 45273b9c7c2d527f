package de.zuruf.crm.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.zuruf.crm.spi.CrmActivity.CallLog;
import de.zuruf.crm.spi.CrmActivity.HandoffAcknowledged;
import de.zuruf.crm.spi.CrmActivity.HandoffSent;
import de.zuruf.crm.spi.CrmActivity.LeadCaptured;
import de.zuruf.crm.spi.CrmActivity.PromptOutcome;
import de.zuruf.crm.spi.CrmActivity.VisitCommitment;
import de.zuruf.crm.spi.CrmActivity.VisitReported;
import de.zuruf.crm.spi.CrmChange.Deleted;
import de.zuruf.crm.spi.CrmChange.Kind;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What every adapter must do. An adapter's test extends this class and says how the CRM behind it is handled; see
 * docs/crm-adapter-guide.md. Each test starts with a CRM that holds nothing and has been written nothing.
 */
@Timeout(120)
public abstract class CrmAdapterContract {
    private static final int WRITERS = 8;

    private final List<CrmAdapter> opened = new ArrayList<>();

    /** {@return the factory under test} */
    protected abstract CrmAdapterFactory factory();

    /** {@return settings of a CRM that can be reached and holds nothing; the same one throughout a test} */
    protected abstract Map<String, String> settings();

    /** {@return settings that are in order, of a CRM that is down} */
    protected abstract Map<String, String> settingsOfCrmThatIsDown();

    /** {@return settings that the factory must refuse} */
    protected abstract Map<String, String> wrongSettings();

    /**
     * Makes the CRM hold records, as its own users would.
     *
     * @param changes records with references among each other, and deletions; references point backwards
     * @return the same as the adapter shall deliver them: with the identities that the CRM gave, and without what the CRM
     *     cannot keep
     */
    protected abstract List<CrmChange> put(List<CrmChange> changes);

    /** {@return number of activities in the CRM that were written under the key} */
    protected abstract int written(String idempotencyKey);

    /** {@return an activity that this CRM refuses for its content} */
    protected abstract CrmActivity refusedActivity();

    /** {@return kinds of records that this CRM knows} */
    protected Set<Kind> kinds() {
        return EnumSet.allOf(Kind.class);
    }

    /** {@return the party that activities refer to, held by the CRM} By default a name; override where it must exist. */
    protected String partyId() {
        return "K-1";
    }

    /** Opens an adapter that is closed after the test. */
    protected final CrmAdapter open(Map<String, String> settings) {
        CrmAdapter adapter = factory().open(settings);
        opened.add(adapter);
        return adapter;
    }

    @AfterEach
    final void closeAdapters() {
        opened.forEach(CrmAdapter::close);
    }

    // ---- opening and closing

    @Test
    void isFoundByItsId() {
        String id = factory().id();
        assertTrue(id.matches("[a-z][a-z0-9-]{0,19}"), id);
        long found = ServiceLoader.load(CrmAdapterFactory.class).stream()
                .filter(provider -> provider.get().id().equals(id))
                .count();
        assertEquals(1, found, "registered once in META-INF/services");
    }

    @Test
    void refusesWrongSettingsWithAReason() {
        CrmConfigurationException e =
                assertThrows(CrmConfigurationException.class, () -> factory().open(wrongSettings()));
        assertFalse(e.getMessage().isBlank());
    }

    @Test
    void openingDoesNotNeedTheCrm() {
        assertNotNull(open(settingsOfCrmThatIsDown()));
    }

    @Test
    void closingTwiceIsHarmless() {
        CrmAdapter adapter = factory().open(settings());
        adapter.close();
        adapter.close();
    }

    @Test
    void closingWithoutUseIsHarmlessWhenTheCrmIsDown() {
        factory().open(settingsOfCrmThatIsDown()).close();
    }

    @Test
    void saysWhetherTheCrmAnswers() {
        CrmHealth up = open(settings()).check();
        assertTrue(up.up(), up.detail().en());
        assertSaysSomething(up);
        CrmHealth down = open(settingsOfCrmThatIsDown()).check();
        assertFalse(down.up(), down.detail().en());
        assertSaysSomething(down);
    }

    private static void assertSaysSomething(CrmHealth health) {
        assertFalse(health.detail().de().isBlank() || health.detail().en().isBlank(), health.toString());
    }

    // ---- reading

    @Test
    void aCrmThatHoldsNothingHasNoChanges() {
        CrmAdapter adapter = open(settings());
        CrmBatch batch = adapter.changesSince(CrmCursor.START, 100);
        assertEquals(List.of(), batch.changes());
        assertEquals(List.of(), adapter.changesSince(batch.next(), 100).changes());
    }

    @Test
    void everyKindOfRecordArrives() {
        List<CrmChange> expected = put(samples());
        List<CrmChange> read = readAll(open(settings()), CrmCursor.START, 100).changes();
        assertEquals(new HashSet<>(expected), new HashSet<>(read));
    }

    @Test
    void recordsArriveAfterWhatTheyReferTo() {
        put(samples());
        Set<String> known = new HashSet<>();
        for (CrmChange change : readAll(open(settings()), CrmCursor.START, 3).changes()) {
            if (change instanceof CrmChange.PartyChanged c) {
                known.add(c.party().id());
            } else if (change instanceof CrmChange.ContactChanged c) {
                assertTrue(known.contains(c.contact().partyId()), "a contact before its party");
            } else if (change instanceof CrmChange.OrderChanged c) {
                assertTrue(known.contains(c.order().partyId()), "an order before its party");
            }
        }
    }

    @Test
    void aDeletionArrives() {
        List<CrmChange> held = put(samples());
        CrmAdapter adapter = open(settings());
        CrmCursor cursor = readAll(adapter, CrmCursor.START, 100).next();
        CrmChange.PartyChanged party = held.stream()
                .filter(CrmChange.PartyChanged.class::isInstance)
                .map(CrmChange.PartyChanged.class::cast)
                .findFirst()
                .orElseThrow();
        List<CrmChange> expected =
                put(List.of(new Deleted(Kind.PARTY, party.party().id())));
        assertTrue(readAll(adapter, cursor, 100).changes().containsAll(expected));
    }

    @Test
    void onlyWhatIsNewArrivesNextTime() {
        put(samples());
        CrmAdapter adapter = open(settings());
        CrmBatch all = readAll(adapter, CrmCursor.START, 100);
        assertEquals(List.of(), adapter.changesSince(all.next(), 100).changes());
        List<CrmChange> changed = put(ContractSamples.renamed(all.changes()));
        assertEquals(changed, readAll(adapter, all.next(), 100).changes());
    }

    @Test
    void aBatchKeepsToItsLimit() {
        put(ContractSamples.parties(25));
        CrmAdapter adapter = open(settings());
        int read = 0;
        CrmCursor cursor = CrmCursor.START;
        for (CrmBatch batch = adapter.changesSince(cursor, 7);
                !batch.changes().isEmpty();
                batch = adapter.changesSince(cursor, 7)) {
            assertTrue(batch.changes().size() <= 7, () -> "more than the limit");
            read += batch.changes().size();
            cursor = batch.next();
        }
        assertEquals(25, read);
    }

    @Test
    void cursorsMoveOnAndFitTheirColumn() {
        put(ContractSamples.parties(12));
        CrmAdapter adapter = open(settings());
        Set<CrmCursor> seen = new HashSet<>(Set.of(CrmCursor.START));
        CrmCursor cursor = CrmCursor.START;
        for (CrmBatch batch = adapter.changesSince(cursor, 5);
                !batch.changes().isEmpty();
                batch = adapter.changesSince(cursor, 5)) {
            cursor = batch.next();
            assertTrue(cursor.value().length() <= 500);
            assertTrue(seen.add(cursor), "a cursor that came before, so that reading would never end");
        }
        assertNotEquals(CrmCursor.START, cursor);
    }

    @Test
    void theSameCursorBringsTheSameAgain() {
        put(ContractSamples.parties(12));
        CrmAdapter adapter = open(settings());
        CrmBatch first = adapter.changesSince(CrmCursor.START, 5);
        assertEquals(first.changes(), adapter.changesSince(CrmCursor.START, 5).changes());
        CrmBatch second = adapter.changesSince(first.next(), 5);
        assertEquals(second.changes(), adapter.changesSince(first.next(), 5).changes());
        assertEquals(
                second.changes().subList(0, 2),
                adapter.changesSince(first.next(), 2).changes(),
                "also with another limit");
    }

    @Test
    void readingGoesOnWhereItWasLeftAfterACrash() {
        List<CrmChange> expected = put(ContractSamples.parties(17));
        CrmCursor committed = open(settings()).changesSince(CrmCursor.START, 6).next();
        CrmAdapter beforeCrash = open(settings());
        List<CrmChange> lost = beforeCrash.changesSince(committed, 6).changes();
        beforeCrash.close();
        List<CrmChange> read = readAll(open(settings()), committed, 6).changes();
        assertEquals(lost, read.subList(0, lost.size()), "what was read and not committed comes again");
        assertEquals(new HashSet<>(expected).size() - 6, new HashSet<>(read).size());
    }

    @Test
    void aCrmThatIsDownCannotBeRead() {
        CrmAdapter adapter = open(settingsOfCrmThatIsDown());
        assertThrows(CrmUnavailableException.class, () -> adapter.changesSince(CrmCursor.START, 10));
    }

    // ---- writing

    @Test
    void everyKindOfActivityIsWritten() {
        CrmAdapter adapter = open(settings());
        int number = 0;
        for (CrmActivity activity : activities()) {
            String key = "kind-" + number++;
            CrmReference reference = adapter.write(activity, key);
            assertFalse(reference.type().isBlank());
            assertFalse(reference.id().isBlank());
            assertEquals(1, written(key), () -> activity.getClass().getSimpleName());
        }
    }

    @Test
    void theSameKeyLeavesOneActivity() {
        CrmActivity activity = activities().get(0);
        CrmReference first = open(settings()).write(activity, "same");
        CrmReference again = open(settings()).write(activity, "same");
        assertEquals(first, again);
        assertEquals(1, written("same"));
    }

    @Test
    void manyMayWriteAtOnce() throws Exception {
        CrmAdapter adapter = open(settings());
        CrmActivity activity = activities().get(0);
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<CrmReference>> results = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                String own = "own-" + i;
                Callable<CrmReference> writer = () -> {
                    start.await();
                    adapter.write(activity, own);
                    return adapter.write(activity, "shared");
                };
                results.add(threads.submit(writer));
            }
            start.countDown();
            Set<CrmReference> references = new HashSet<>();
            for (Future<CrmReference> result : results) {
                references.add(result.get());
            }
            assertEquals(1, references.size(), "one activity has one reference");
        } finally {
            threads.shutdownNow();
        }
        assertEquals(1, written("shared"));
        for (int i = 0; i < WRITERS; i++) {
            assertEquals(1, written("own-" + i));
        }
    }

    @Test
    void contentThatTheCrmRefusesIsRejectedForGood() {
        CrmAdapter adapter = open(settings());
        CrmRejectedException e =
                assertThrows(CrmRejectedException.class, () -> adapter.write(refusedActivity(), "refused"));
        assertFalse(e.getMessage().isBlank());
        assertEquals(0, written("refused"));
        adapter.write(activities().get(0), "after");
        assertEquals(1, written("after"), "a refusal does not spoil the next write");
    }

    @Test
    void aCrmThatIsDownIsUnavailableAndRefusesNothing() {
        CrmAdapter adapter = open(settingsOfCrmThatIsDown());
        assertThrows(
                CrmUnavailableException.class, () -> adapter.write(activities().get(0), "down"));
    }

    @Test
    void aDeepLinkIsACompleteAddressIfThereIsOne() {
        CrmReference reference = open(settings()).write(activities().get(0), "link");
        Optional<URI> link = open(settings()).deepLink(reference);
        link.ifPresent(uri -> assertTrue(
                uri.isAbsolute() && uri.getHost() != null && uri.getScheme().startsWith("http"), uri.toString()));
    }

    // ---- material

    /** Reads until nothing is left, committing after each batch. */
    protected static CrmBatch readAll(CrmAdapter adapter, CrmCursor from, int limit) {
        List<CrmChange> changes = new ArrayList<>();
        CrmCursor cursor = from;
        CrmBatch batch = adapter.changesSince(cursor, limit);
        while (!batch.changes().isEmpty()) {
            changes.addAll(batch.changes());
            cursor = batch.next();
            batch = adapter.changesSince(cursor, limit);
        }
        return new CrmBatch(changes, batch.next());
    }

    private List<CrmChange> samples() {
        return ContractSamples.oneOfEach(kinds());
    }

    /** {@return one activity of each kind, a call first} */
    protected List<CrmActivity> activities() {
        Instant start = Instant.parse("2026-03-02T09:15:30Z");
        LocalDate day = LocalDate.of(2026, 3, 9);
        return List.of(
                new CallLog(
                        "pbx/1772442930.17",
                        partyId(),
                        null,
                        "INBOUND",
                        "+493023125311",
                        "vertrieb",
                        start,
                        start.plusSeconds(8),
                        start.plusSeconds(190),
                        "ANSWERED",
                        null,
                        "ORDER",
                        "Ruft wegen <Lager> & \"Rest\" an.\nZweite Zeile",
                        day,
                        List.of(
                                new PromptOutcome("ORDER_RHYTHM", "rhythm", 3, "DONE"),
                                new PromptOutcome("CROSS_SELL", "cross", 1, null))),
                new HandoffSent(
                        "h-1",
                        "pbx/1772442930.17",
                        partyId(),
                        null,
                        "e-frank",
                        "e-anna",
                        "ORDER_RHYTHM",
                        "Wartet auf ein Angebot.",
                        "Bitte besuchen.",
                        day,
                        "HIGH",
                        start),
                new HandoffAcknowledged("h-1", partyId(), "e-frank", start.plusSeconds(600)),
                new VisitReported(
                        "v-1",
                        "h-1",
                        partyId(),
                        "e-frank",
                        day,
                        List.of("Ina Öztürk, Einkauf"),
                        List.of("Jahresbedarf"),
                        List.of(new VisitCommitment("Muster schicken", day.plusDays(3), true)),
                        "Angebot schreiben",
                        day.plusDays(7)),
                new LeadCaptured(
                        "l-1",
                        "pbx/1772442930.18",
                        "Neue Werkstatt GmbH",
                        "Uwe Zander",
                        "+493023125399",
                        null,
                        "Katalog",
                        start));
    }
}
