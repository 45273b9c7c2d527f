package de.zuruf.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.zuruf.customer.DialVerdict.Allowed;
import de.zuruf.customer.DialVerdict.Reason;
import de.zuruf.customer.DialVerdict.Refused;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberPolicyTest {

    private static final NumberPlan PLAN = new NumberPlan(new NumberPlan.Settings(
            "DE", "30", "", 2, 4, List.of("+4930231251"), List.of(), List.of("+496990009999"), List.of()));

    private static NumberPolicy policy(
            String prefix, List<String> countries, List<String> denied, List<String> allowed) {
        return new NumberPolicy(PLAN, new NumberPolicy.Settings(prefix, countries, denied, allowed));
    }

    private static final NumberPolicy USUAL = new NumberPolicy(PLAN, NumberPolicy.Settings.DEFAULT);

    private static Allowed allowed(NumberPolicy policy, String raw) {
        return assertInstanceOf(Allowed.class, policy.judge(raw), raw);
    }

    private static Reason refused(NumberPolicy policy, String raw) {
        return assertInstanceOf(Refused.class, policy.judge(raw), raw).reason();
    }

    @ParameterizedTest
    @CsvSource({
        "+49 89 99998-417,        08999998417,   +498999998417",
        "089 99998417,            08999998417,   +498999998417",
        "tel:+49-89-99998-417,    08999998417,   +498999998417",
        "tel:%2B498999998417,     08999998417,   +498999998417",
        "0049 (0)89 99998417,     08999998417,   +498999998417",
        "040 66969321,            04066969321,   +494066969321",
        "0152 28817386,           015228817386,  +4915228817386",
        "0800 3301000,            08003301000,   +498003301000",
        "+43 1 31304101,          0043131304101, +43131304101",
        "+41 44 668 18 00,        0041446681800, +41446681800",
        "069 90009999,            06990009999,   +496990009999",
    })
    void dialsAsALineOfTheOwnCountryDoes(String raw, String dialled, String number) {
        Allowed verdict = allowed(USUAL, raw);
        assertEquals(dialled, verdict.dialled());
        assertEquals(number, verdict.number().value());
        assertFalse(verdict.inside());
        assertEquals(null, verdict.warning());
        assertEquals(
                "0" + dialled,
                allowed(policy("0", List.of("43", "41"), List.of(), List.of()), raw)
                        .dialled());
    }

    @ParameterizedTest
    @ValueSource(strings = {"20", "201", "2001", "1102", "1120", "9001"})
    void dialsTelephonesOfTheHouseWithoutPrefix(String extension) {
        Allowed verdict = allowed(policy("0", List.of(), List.of(), List.of()), extension);
        assertEquals(extension, verdict.dialled());
        assertTrue(verdict.inside());
        assertEquals(null, verdict.number());
    }

    @Test
    void whatGetsALineIsNoExtension() {
        for (String number : List.of("9112", "911", "9110", "020")) {
            assertEquals(Reason.NO_NUMBER, refused(policy("9", List.of("*"), List.of(), List.of()), number));
        }
        assertEquals("9112", allowed(USUAL, "9112").dialled());
    }

    @Test
    void anOwnNumberIsInside() {
        Allowed verdict = allowed(USUAL, "030 23125101");
        assertTrue(verdict.inside());
        assertEquals("03023125101", verdict.dialled());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "110",
                "112",
                " 1 1 2 ",
                "1-1-0",
                "0112",
                "0110",
                "+49112",
                "+49 110",
                "+49 (0)112",
                "0049112",
                "00490110",
                "tel:112",
                "tel:+49112",
                "tel:%2B49112",
                "\uff11\uff11\uff12",
                "\u200b112",
            })
    void neverDialsTheEmergencyServices(String raw) {
        NumberPolicy everything = policy("", List.of("*"), List.of(), List.of("+4*"));
        assertEquals(Reason.EMERGENCY, refused(USUAL, raw));
        assertEquals(Reason.EMERGENCY, refused(everything, raw));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0900 1234567",
                "+49 900 1234567",
                "0190 123456",
                "+49 190 123456",
                "0137 7123456",
                "0138 12345",
                "11833",
                "11880",
                "118000",
                "tel:11880",
                "+870 773111632",
                "+881 631012345",
                "+882 1612345678",
                "+979 1 2345 6789",
                "+43 900 123456",
                "+41 900 123 456",
            })
    void doesNotDialWhatIsDear(String raw) {
        assertEquals(Reason.PREMIUM, refused(policy("", List.of("*"), List.of(), List.of()), raw));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0180 2123456", "+49 180 5 123456", "0700 12345678"})
    void warnsOfWhatCostsMore(String raw) {
        assertTrue(allowed(USUAL, raw).warning().de().contains("mehr kosten"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"115", "116117", "116111", "0115"})
    void doesNotDialShortCodes(String raw) {
        assertEquals(Reason.SHORT_CODE, refused(USUAL, raw));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "1",
                "abc",
                "030",
                "030 23125101 oder 102",
                "030 1234567890123456",
                "089 99998417,,123",
                "089 99998417;ext=1",
                "089 99998417&Local/1",
                "*21*08999998417#",
                "089 99998417\r\nAction: Originate",
            })
    void doesNotDialWhatIsNoNumber(String raw) {
        if (raw.contains(";ext=")) {
            // Only a tel address has parameters.
            assertEquals(Reason.NO_NUMBER, refused(USUAL, "tel:" + raw));
        }
        assertEquals(Reason.NO_NUMBER, refused(USUAL, raw));
    }

    @Test
    void nothingIsNoNumber() {
        assertEquals(Reason.NO_NUMBER, refused(USUAL, null));
        assertEquals(Reason.NO_NUMBER, refused(USUAL, "0".repeat(64_000)));
    }

    @Test
    void dialsOnlyToCountriesThatAreAllowed() {
        assertEquals(Reason.FOREIGN, refused(USUAL, "+44 20 7946 0123"));
        assertEquals(
                "00442079460123",
                allowed(policy("", List.of("44"), List.of(), List.of()), "+44 20 7946 0123")
                        .dialled());
        assertEquals(
                "0012125550123",
                allowed(policy("", List.of("*"), List.of(), List.of()), "+1 212 555 0123")
                        .dialled());
        assertEquals(Reason.FOREIGN, refused(policy("", List.of(), List.of(), List.of()), "+43 1 31304101"));
        // Our own country needs no permission.
        assertEquals(
                "04066969321",
                allowed(policy("", List.of(), List.of(), List.of()), "040 66969321")
                        .dialled());
    }

    @Test
    void theHouseDecidesFurther() {
        NumberPolicy policy =
                policy("", List.of("43"), List.of("+498999998417", "+4317*"), List.of("+4420794601*", "+498999998417"));
        assertEquals(Reason.DENIED, refused(policy, "089 99998417"));
        assertEquals(Reason.DENIED, refused(policy, "+43 17 31304101"));
        assertEquals("08999998418", allowed(policy, "089 99998418").dialled());
        assertEquals("00442079460123", allowed(policy, "+44 20 7946 0123").dialled());
        assertEquals(Reason.FOREIGN, refused(policy, "+44 20 7946 0223"));
        NumberPolicy dear = policy("", List.of(), List.of(), List.of("+499001*"));
        assertEquals("09001234567", allowed(dear, "0900 1234567").dialled());
        assertEquals(Reason.PREMIUM, refused(dear, "0900 3234567"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"09", "A", "0000"})
    void settingsAreChecked(String prefix) {
        if (prefix.equals("09")) {
            new NumberPolicy(PLAN, new NumberPolicy.Settings(prefix, List.of(), List.of(), List.of()));
        } else {
            assertThrows(IllegalArgumentException.class, () -> policy(prefix, List.of(), List.of(), List.of()));
        }
        assertThrows(IllegalArgumentException.class, () -> policy("", List.of("+43"), List.of(), List.of()));
        assertThrows(IllegalArgumentException.class, () -> policy("", List.of(), List.of("089"), List.of()));
        assertThrows(IllegalArgumentException.class, () -> policy("", List.of(), List.of(), List.of("*")));
    }

    @Test
    void aVerdictTellsNoNumberToALog() {
        assertFalse(allowed(USUAL, "089 99998417").toString().contains("417"));
    }
}
