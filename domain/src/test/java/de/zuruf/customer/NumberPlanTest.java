package de.zuruf.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberPlanTest {

    private final NumberPlan plan = new NumberPlan(NumberPlan.Settings.DEFAULT);

    private static NumberPlan.Settings settings(
            String region,
            String areaCode,
            String outside,
            int shortest,
            int longest,
            List<String> prefixes,
            List<String> own) {
        return new NumberPlan.Settings(
                region, areaCode, outside, shortest, longest, prefixes, own, List.of(), List.of());
    }

    private static String number(NumberOutcome outcome) {
        return assertInstanceOf(NumberOutcome.Valid.class, outcome).number().value();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "030 23125101",
                "030/23125-101",
                "030 / 231 25-101",
                "(030) 23125 101",
                "[030] 23125101",
                "+49 30 23125101",
                "+49 (0) 30 23125101",
                "+49(0)30/23125-101",
                "+49 (30) 23125101",
                "+49 030 23125101",
                "0049 30 23125101",
                "0049 (0)30 23125101",
                "Tel.: 030 23125101",
                "Telefon 030.23125.101",
                "tel:+49-30-23125101",
                "\uFF10\uFF13\uFF10 \uFF12\uFF13\uFF11\uFF12\uFF15\uFF11\uFF10\uFF11",
                "\u202A+49\u00A030\u200923125\u2011101\u202C",
                "030 23125 \u2013 101",
                "\u0660\u0663\u0660 \u0662\u0663\u0661\u0662\u0665\u0661\u0660\u0661",
            })
    void allNotationsAreOneNumber(String raw) {
        assertEquals("+493023125101", number(plan.normalise(raw)));
    }

    @ParameterizedTest
    @CsvSource({
        "030 23125000,+493023125000,030 23125000",
        "069 90009999,+496990009999,069 90009999",
        "040 66969123,+494066969123,040 66969123",
        "0221 4710456,+492214710456,0221 4710456",
        "089 99998007,+498999998007,089 99998007",
        "0171 3920012,+491713920012,0171 3920012",
        "+43 1 58858,+43158858,+43 1 58858",
    })
    void numbersIncludingThoseReservedForFictionAreReadAndShown(String raw, String e164, String shown) {
        assertEquals(e164, number(plan.normalise(raw)));
        assertEquals(shown, plan.display(new E164(e164)));
    }

    @Test
    void everyNumberReservedForFictionIsAcceptedAndSurvivesItsDisplay() {
        for (String block : List.of("03023125", "06990009", "04066969", "02214710", "08999998")) {
            for (int i = 0; i < 1000; i++) {
                String raw = block + "%03d".formatted(i);
                NumberOutcome.Valid valid = assertInstanceOf(NumberOutcome.Valid.class, plan.normalise(raw), raw);
                assertEquals("+49" + raw.substring(1), valid.number().value());
                assertEquals(valid, plan.normalise(plan.display(valid.number())));
            }
        }
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "   ", "\u200B\u202E"})
    void nothingIsWithheld(String raw) {
        assertInstanceOf(NumberOutcome.Withheld.class, plan.normalise(raw));
        assertInstanceOf(NumberOutcome.Withheld.class, plan.normaliseSignalled(raw));
    }

    @ParameterizedTest
    @ValueSource(strings = {"anonymous", "Anonymous", "unknown", "<unknown>", "RESTRICTED", "unavailable"})
    void whatLinesSayForWithheldNumbersIsKnown(String raw) {
        assertInstanceOf(NumberOutcome.Withheld.class, plan.normaliseSignalled(raw));
        assertInstanceOf(NumberOutcome.NotANumber.class, plan.normalise(raw));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "23125101",
                "0800 ZURUF",
                "030 23125101 Zentrale",
                "030 23125101 / 0171 3920012",
                "<script>alert(1)</script>",
                "0",
                "+",
                "+0 30 23125101",
                "++49 30 23125101",
                "+49",
                "+999 12345678",
                "00000000000000",
                "030 23125101;drop table",
                "030\n23125101\u0000",
                "12345678901234567890",
                "٠٫٥",
            })
    void anythingElseIsNoNumber(String raw) {
        assertInstanceOf(NumberOutcome.NotANumber.class, plan.normalise(raw));
    }

    @Test
    void threeHundredCharactersAreNoNumber() {
        assertInstanceOf(NumberOutcome.NotANumber.class, plan.normalise("0".repeat(300)));
        assertInstanceOf(
                NumberOutcome.NotANumber.class, plan.normaliseSignalled("030 231" + " ".repeat(300) + "25101"));
    }

    @Test
    void shortNumbersAreExtensions() {
        assertEquals(new NumberOutcome.Extension("201"), plan.normaliseSignalled("201"));
        assertEquals(new NumberOutcome.Extension("12"), plan.normalise("1-2"));
        assertInstanceOf(NumberOutcome.NotANumber.class, plan.normaliseSignalled("20155"));
        assertInstanceOf(NumberOutcome.NotANumber.class, plan.normaliseSignalled("+201"));
    }

    @Test
    void trunksMaySignalTheCountryCodeWithoutPlus() {
        assertEquals("+493023125101", number(plan.normaliseSignalled("493023125101")));
        assertEquals("+493023125101", number(plan.normaliseSignalled("sip:+493023125101@trunk.example;user=phone")));
        assertInstanceOf(NumberOutcome.NotANumber.class, plan.normalise("493023125101"));
    }

    @Test
    void outsideLinePrefixIsStrippedFromSignalledNumbersOnly() {
        NumberPlan behindZero = new NumberPlan(settings("DE", "30", "0", 2, 4, List.of(), List.of()));
        assertEquals("+493023125101", number(behindZero.normaliseSignalled("003023125101")));
        assertEquals("+493023125101", number(behindZero.normaliseSignalled("000493023125101")));
        assertEquals("+493023125101", number(behindZero.normaliseSignalled("+493023125101")));
        assertEquals("+493023125101", number(behindZero.normaliseSignalled("03023125101")));
        assertEquals("+302310512345", number(behindZero.normalise("00302310512345")));
        assertEquals("+493023125101", number(behindZero.normalise("23125101")));
    }

    @Test
    void ourOwnNumbersAreRecognised() {
        NumberPlan own =
                new NumberPlan(settings("DE", null, "", 2, 4, List.of("+493023125"), List.of("+498999998000")));
        assertInstanceOf(NumberOutcome.Own.class, own.normaliseSignalled("030 23125500"));
        assertInstanceOf(NumberOutcome.Own.class, own.normalise("089 99998000"));
        assertInstanceOf(NumberOutcome.Valid.class, own.normalise("089 99998001"));
        assertFalse(own.own(new E164("+498999998001")));
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        List<String> none = List.of();
        assertThrows(IllegalArgumentException.class, () -> new NumberPlan(settings("XX", null, "", 2, 4, none, none)));
        assertThrows(IllegalArgumentException.class, () -> new NumberPlan(settings("DE", "030", "", 2, 4, none, none)));
        assertThrows(IllegalArgumentException.class, () -> new NumberPlan(settings("DE", null, "0", 4, 2, none, none)));
        assertThrows(
                IllegalArgumentException.class,
                () -> new NumberPlan(settings("DE", null, "", 2, 4, List.of("+4"), none)));
        assertThrows(
                IllegalArgumentException.class,
                () -> new NumberPlan(settings("DE", null, "", 2, 4, none, List.of("030"))));
    }

    @Test
    void whatIsStoredIsIgnoredToo() {
        NumberPlan plan = new NumberPlan(new NumberPlan.Settings(
                "DE",
                null,
                "",
                2,
                4,
                List.of(),
                List.of(),
                List.of("+496990009999"),
                List.of(NumberRewrite.parse("+=>0"))));
        E164 service = new E164("+496990009999");
        assertEquals(new NumberOutcome.Ignored(service), plan.normaliseStored("+496990009999"));
        assertEquals(new NumberOutcome.Extension("201"), plan.normaliseStored("201"));
        assertInstanceOf(NumberOutcome.Withheld.class, plan.normaliseStored(null));
        // Rewritten when it came, not once more.
        assertEquals("+493023125101", number(plan.normaliseStored("+493023125101")));
    }

    private static String refusal(List<String> ignored, String... rewrites) {
        return assertThrows(
                        IllegalArgumentException.class,
                        () -> new NumberPlan(new NumberPlan.Settings(
                                "DE",
                                null,
                                "",
                                2,
                                4,
                                List.of(),
                                List.of(),
                                ignored,
                                Stream.of(rewrites).map(NumberRewrite::parse).toList())))
                .getMessage();
    }

    @ParameterizedTest
    @ValueSource(strings = {"069 90009999", "+0699000", "+49*69", "*", "+49699000?", "", "+4969900099991234"})
    void whatIsToBeIgnoredMustBeANumberOrABeginning(String entry) {
        assertTrue(refusal(List.of(entry)).contains("'" + entry + "'"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "0 +49",
                "0 = +49",
                "0 -> +49",
                "0+ => 1",
                ".* => 1",
                "0x => 1",
                "0 => a",
                "0/ => 1",
                "0/0x => 1",
                "0049/3 => +49",
                "0/21 => 1",
                "0/999 => 1",
                "=>",
                " => ",
                "0 => 1 => 2",
                "0 => 123456789012345678901",
            })
    void aRewritingRuleThatSaysNothingIsRefusedWithItsText(String rule) {
        String message = assertThrows(IllegalArgumentException.class, () -> NumberRewrite.parse(rule))
                .getMessage();
        assertTrue(message.startsWith("'" + rule.strip() + "'"), message);
    }

    @Test
    void aRewritingRuleThatIsNeverReachedIsRefusedWithTheOneBeforeIt() {
        assertEquals(
                "the rewriting rule '00 => +' is never used: '0 => +49' before it takes all its numbers",
                refusal(List.of(), "9 => ", "0=>+49", "00=>+"));
        assertTrue(refusal(List.of(), "/8 => +4930", "1/8 => 2").contains("never used"));
        assertTrue(refusal(List.of(), "=> +49", "0 => 1").contains("never used"));
        // These are all reached.
        new NumberPlan(new NumberPlan.Settings(
                "DE",
                null,
                "",
                1,
                5,
                List.of(),
                List.of(),
                List.of(),
                Stream.of("00 => +", "0/9 => 1", "0 => +49", "/8 => +4930", "8 => 9", " => +49")
                        .map(NumberRewrite::parse)
                        .toList()));
        assertEquals("0/9 => 1", NumberRewrite.parse(" 0/9=>1 ").toString());
    }

    @Test
    void neverThrowsWhateverComes() {
        Random random = new Random(7);
        String alphabet = "0123456789+-()/ .aÄ\u0000\u202E\uFF11\uD83D\uDE00[]:;@<>,*#=0000";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder raw = new StringBuilder();
            int length = random.nextInt(90);
            for (int j = 0; j < length; j++) {
                raw.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            plan.normalise(raw.toString());
            plan.normaliseSignalled(raw.toString());
        }
    }

    @Test
    void aNumberDoesNotShowInItsDefaultText() {
        assertFalse(
                new NumberOutcome.Valid(new E164("+493023125101")).toString().contains("23125"));
    }
}
