package de.zuruf.segment.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.zuruf.segment.value.PurchaseModelFit.Shortcoming;
import de.zuruf.segment.value.SimulatedCustomers.Customer;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PurchaseModelFitTest {

    private static final PurchaseModel REGULAR = new PurchaseModel(PurchaseProcess.mbgCnbd(3), 1.4, 1.6, .9, 6.5);

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void whatIsTrueIsFoundWithinItsErrors(int regularity) {
        var truth = new PurchaseModel(PurchaseProcess.mbgCnbd(regularity), 1.4, 4.8 / regularity, .9, 6.5);
        List<Customer> customers = new SimulatedCustomers(truth, 17).customers(6_000, 104, 26);
        PurchaseModelFit fit =
                PurchaseModelFit.mostLikely(SimulatedCustomers.cells(customers)).orElseThrow();
        assertEquals(regularity, fit.model().process().regularity());
        assertEquals(Set.of(), fit.shortcomings());
        assertEquals(6_000, fit.customers());
        PurchaseModel found = fit.model();
        assertEquals(truth.r(), found.r(), 4 * fit.errors().r());
        assertEquals(truth.alpha(), found.alpha(), 4 * fit.errors().alpha());
        assertEquals(truth.a(), found.a(), 4 * fit.errors().a());
        assertEquals(truth.b(), found.b(), 4 * fit.errors().b());
    }

    /** Of many customers as many leave, order again and fall silent as the model says. */
    @Test
    void predictionsOfRegularBuyersComeTrueOnTheWhole() {
        List<Customer> customers = new SimulatedCustomers(REGULAR, 4).customers(20_000, 104, 26);
        double still = 0;
        double orders = 0;
        double silent = 0;
        double actuallyStill = 0;
        double actualOrders = 0;
        double actuallySilent = 0;
        for (Customer customer : customers) {
            still += REGULAR.stillCustomer(customer.history());
            orders += REGULAR.expectedOrders(customer.history(), 26);
            silent += REGULAR.noOrderWithin(customer.history(), 26);
            actuallyStill += customer.left() ? 0 : 1;
            actualOrders += customer.later();
            actuallySilent += customer.later() == 0 ? 1 : 0;
        }
        assertEquals(actuallyStill, still, .02 * actuallyStill);
        assertEquals(actualOrders, orders, .02 * actualOrders);
        assertEquals(actuallySilent, silent, .02 * actuallySilent);
    }

    /** As many pauses last until they have a probability of 5 % as the 5 % say, whatever was known at their beginning. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4, 12})
    void aPauseIsAsUnusualAsItIsSaidToBe(int repeats) {
        List<PurchaseHistory> pauses = new SimulatedCustomers(REGULAR, 8).pausesAfter(repeats, 20_000);
        for (double level : new double[] {.5, .1, .05, .01}) {
            long longer = pauses.stream()
                    .filter(pause -> REGULAR.silence(pause) < level)
                    .count();
            assertEquals(level, longer / 20_000.0, 4 * Math.sqrt(level * (1 - level) / 20_000) + .001);
        }
    }

    @Test
    void whereNobodyLeavesItIsSaidThatNobodyCanBeSeenToLeave() {
        var truth = new PurchaseModel(PurchaseProcess.MBG_NBD, 3, 6, 0.0001, 100);
        List<Customer> customers = new SimulatedCustomers(truth, 5).customers(3_000, 104, 1);
        PurchaseModelFit fit = PurchaseModelFit.of(PurchaseProcess.MBG_NBD, SimulatedCustomers.cells(customers))
                .orElseThrow();
        assertEquals(Set.of(Shortcoming.LEAVING_NOT_SEEN), fit.shortcomings());
        assertEquals(1, fit.model().stillCustomer(new PurchaseHistory(2, 14, 700, 0)));
        assertEquals(3, fit.model().r(), 4 * fit.errors().r());
        assertTrue(Double.isNaN(fit.errors().a()));
        var daily = new PurchaseHistory(10, 70, 77, 0);
        assertEquals(
                (fit.model().r() + 10) * 8 / (fit.model().alpha() + 11),
                fit.model().expectedOrders(daily, 8),
                1e-9);
    }

    private static PurchaseModelFit alike(PurchaseProcess process, int customers, int repeats, int last, int observed) {
        var cells = new PurchaseCells.Builder(customers);
        for (int i = 0; i < customers; i++) {
            cells.add(repeats, last, observed, repeats == 0 ? 0 : repeats * Math.log(last / 7.0 / repeats));
        }
        return PurchaseModelFit.of(process, cells.build()).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 12})
    void customersAllAlikeHaveOneRate(int regularity) {
        PurchaseModelFit fit = alike(PurchaseProcess.mbgCnbd(regularity), 500, 20, 280, 287);
        assertEquals(Set.of(Shortcoming.RATES_ALIKE, Shortcoming.LEAVING_NOT_SEEN), fit.shortcomings());
        assertEquals(PurchaseModelFit.ALIKE, fit.model().r());
        assertTrue(Double.isNaN(fit.errors().r()));
        assertTrue(fit.errors().alpha() > 0);
        var same = new PurchaseHistory(20, 280, 287, 0);
        assertEquals(20 / 41.0 * 26, fit.model().expectedOrders(same, 26), .6);
        assertEquals(1, fit.model().stillCustomer(same));
    }

    /** All ordered twice within a week and then never again for two years: they have left, and nothing says that some would not. */
    @Test
    void customersWhoAllLeftAreSeenToHaveLeft() {
        PurchaseModelFit fit = alike(PurchaseProcess.MBG_NBD, 500, 1, 7, 700);
        assertEquals(Set.of(Shortcoming.RATES_ALIKE, Shortcoming.LEAVING_ALIKE), fit.shortcomings());
        assertEquals(PurchaseModelFit.ALIKE, fit.model().b());
        // Once stayed, once left.
        assertEquals(.5, fit.model().a() / (fit.model().a() + fit.model().b()), .01);
        assertEquals(0, fit.model().stillCustomer(new PurchaseHistory(1, 7, 700, 0)), 1e-6);
        assertEquals(0, fit.model().expectedOrders(new PurchaseHistory(1, 7, 700, 0), 52), 1e-5);
    }

    @Test
    void whereNearlyEverybodyLeavesNearlyNobodyIsLeft() {
        var truth = new PurchaseModel(PurchaseProcess.MBG_NBD, 2, 4, 90, 10);
        List<Customer> customers = new SimulatedCustomers(truth, 11).customers(20_000, 156, 26);
        PurchaseModelFit fit = PurchaseModelFit.of(PurchaseProcess.MBG_NBD, SimulatedCustomers.cells(customers))
                .orElseThrow();
        double still = customers.stream()
                .mapToDouble(customer -> fit.model().stillCustomer(customer.history()))
                .sum();
        double later = customers.stream()
                .mapToDouble(customer -> fit.model().expectedOrders(customer.history(), 26))
                .sum();
        long actual = customers.stream().filter(customer -> !customer.left()).count();
        assertEquals(actual, still, 40);
        assertEquals(customers.stream().mapToInt(Customer::later).sum(), later, 40);
    }

    /** Of samples in which all leave with one probability, about half have them differ a little by chance, the others less than that. */
    @Test
    void customersWhoLeaveAlikeAreReportedAndPredicted() {
        var truth = new PurchaseModel(PurchaseProcess.MBG_NBD, 1.4, 4.8, 2e4, 8e4);
        int alike = 0;
        for (int seed = 1; seed <= 12; seed++) {
            List<Customer> customers = new SimulatedCustomers(truth, seed).customers(3_000, 104, 26);
            PurchaseModelFit fit = PurchaseModelFit.of(PurchaseProcess.MBG_NBD, SimulatedCustomers.cells(customers))
                    .orElseThrow();
            assertEquals(.2, fit.model().a() / (fit.model().a() + fit.model().b()), .03);
            assertEquals(1.4, fit.model().r(), 4 * fit.errors().r());
            if (!fit.shortcomings().isEmpty()) {
                assertEquals(Set.of(Shortcoming.LEAVING_ALIKE), fit.shortcomings());
                assertEquals(PurchaseModelFit.ALIKE, fit.model().b());
                assertTrue(Double.isNaN(fit.errors().b()));
                alike++;
            }
        }
        assertTrue(alike >= 2 && alike <= 10, alike + " of 12");
    }

    @Test
    void whereNobodyOrdersAgainNothingIsClaimed() {
        var cells = new PurchaseCells.Builder(5_000);
        for (int i = 0; i < 5_000; i++) {
            cells.add(0, 0, 100 + i % 600, 0);
        }
        PurchaseCells none = cells.build();
        assertEquals(Optional.empty(), PurchaseModelFit.of(PurchaseProcess.BG_NBD, none));
        assertEquals(Optional.empty(), PurchaseModelFit.mostLikely(none));
    }

    @Test
    void ofOneCustomerNothingIsClaimed() {
        PurchaseCells one = new PurchaseCells.Builder(1).add(100, 700, 707, 0).build();
        assertEquals(Optional.empty(), PurchaseModelFit.mostLikely(one));
    }

    /** Twenty is few; whatever they did, what comes out can be worked with. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void ofTheFewestThatAreEnoughAModelComesOut(long seed) {
        List<Customer> customers = new SimulatedCustomers(REGULAR, seed)
                .customers(200, 104, 1).stream()
                        .filter(customer -> customer.history().repeats() > 0)
                        .limit(PurchaseModelFit.FEWEST_REPEATERS)
                        .toList();
        PurchaseModelFit fit =
                PurchaseModelFit.mostLikely(SimulatedCustomers.cells(customers)).orElseThrow();
        assertFalse(fit.shortcomings().contains(Shortcoming.NOT_CONVERGED));
        for (Customer customer : customers) {
            double still = fit.model().stillCustomer(customer.history());
            assertTrue(still >= 0 && still <= 1);
            assertTrue(fit.model().expectedOrders(customer.history(), 52) < 400);
        }
    }

    @Test
    void ofTooFewNothingIsClaimed() {
        var cells = new PurchaseCells.Builder(100);
        for (int i = 0; i < 100; i++) {
            cells.add(i < PurchaseModelFit.FEWEST_REPEATERS - 1 ? 1 : 0, i < 19 ? 30 : 0, 300, 0);
        }
        assertEquals(Optional.empty(), PurchaseModelFit.of(PurchaseProcess.MBG_NBD, cells.build()));
        assertEquals(Optional.empty(), PurchaseModelFit.mostLikely(new PurchaseCells.Builder(0).build()));
    }

    @Test
    void oneWithTwoHundredThousandOrdersSpoilsNothing() {
        List<Customer> customers = new SimulatedCustomers(REGULAR, 6).customers(2_000, 104, 1);
        var cells = new PurchaseCells.Builder(2_001);
        customers.forEach(customer -> cells.add(customer.history()));
        cells.add(200_000, 300_000, 300_001, 0);
        PurchaseModelFit fit =
                PurchaseModelFit.of(PurchaseProcess.MBG_NBD, cells.build()).orElseThrow();
        assertTrue(Double.isFinite(fit.logLikelihood()));
        assertEquals(1, fit.model().stillCustomer(new PurchaseHistory(200_000, 300_000, 300_001, 0)), 1e-3);
        assertTrue(Double.isFinite(fit.model().expectedOrders(new PurchaseHistory(200_000, 300_000, 300_001, 0), 52)));
    }

    @Test
    void aHistoryIsOfDaysUpToTheEnd() {
        var end = LocalDate.of(2026, 3, 1);
        List<LocalDate> days = List.of(
                LocalDate.of(2026, 2, 8),
                LocalDate.of(2026, 1, 4),
                LocalDate.of(2026, 2, 8),
                LocalDate.of(2026, 1, 18),
                LocalDate.of(2026, 3, 2));
        PurchaseHistory history = PurchaseHistory.of(days, end).orElseThrow();
        assertEquals(2, history.repeats());
        assertEquals(35, history.lastDay());
        assertEquals(56, history.observedDays());
        assertEquals(Math.log(2) + Math.log(3), history.logGaps(), 1e-12);
        assertEquals(Optional.empty(), PurchaseHistory.of(days, LocalDate.of(2025, 12, 31)));
        assertThrows(IllegalArgumentException.class, () -> new PurchaseHistory(0, 3, 9, 0));
        assertThrows(IllegalArgumentException.class, () -> new PurchaseHistory(1, 9, 3, 0));
    }

    @Test
    void aPauseIsJudgedByTheCustomersOwnRhythm() {
        var weekly = new PurchaseHistory(50, 350, 371, 0);
        var yearly = new PurchaseHistory(3, 1095, 1116, 0);
        assertTrue(REGULAR.silence(weekly) < .05);
        assertTrue(REGULAR.silence(yearly) > .5);
        assertNotEquals(1, REGULAR.stillCustomer(weekly));
        assertFalse(REGULAR.noOrderWithin(weekly, 4) < REGULAR.noOrderWithin(weekly, 8));
        assertEquals(0, REGULAR.expectedOrders(weekly, 0));
        assertThrows(IllegalArgumentException.class, () -> REGULAR.expectedOrders(weekly, -1));
    }
}
