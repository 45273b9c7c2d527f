package de.zuruf.benchmark;

import de.zuruf.call.Caller;
import de.zuruf.call.CallerMatch;
import de.zuruf.call.MatchCandidate;
import de.zuruf.customer.E164;
import de.zuruf.customer.NumberKind;
import de.zuruf.customer.NumberOutcome;
import de.zuruf.customer.NumberPlan;
import de.zuruf.customer.NumberRewrite;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Lets everybody in a {@link NumberWorld} call, and others, and counts how often the product says rightly who it is. */
final class NumberRound {

    /** Where a call comes from. */
    enum Group {
        KNOWN("known numbers"),
        EXTENSION("unknown extensions of known heads"),
        NEAR("one digit off, more or less"),
        STRANGER("companies in no CRM, in the same blocks"),
        RANDOM("numbers drawn at random, a third foreign"),
        WITHHELD("withheld");

        private final String words;

        Group(String words) {
            this.words = words;
        }
    }

    /** What came of calls. */
    static final class Tally {
        private long calls;
        private long identifiable;
        private long right;
        private long wrong;
        private long amongSeveral;

        private void add(Tally other) {
            calls += other.calls;
            identifiable += other.identifiable;
            right += other.right;
            wrong += other.wrong;
            amongSeveral += other.amongSeveral;
        }

        /** {@return right identifications of all; who is offered among several is not identified} */
        double precision() {
            return (double) right / (right + wrong);
        }

        /** {@return rightly identified or offered among several, of all who could be} */
        double recall() {
            return (double) (right + amongSeveral) / identifiable;
        }
    }

    /** Who calls; party 0 is nobody in the CRM, contact 0 nobody in particular. */
    private record Truth(int party, int contact) {
        private static final Truth NOBODY = new Truth(0, 0);
    }

    private record Trunk(NumberPlan plan, String text) {}

    private static final LocalDate TODAY = LocalDate.EPOCH;
    private static final int SHARDS = 64;
    private static final int LONGEST_EXTENSION = 5;
    private static final int LONGEST_NUMBER = 15;
    private static final int SPELLINGS = 9;
    private static final List<String> WITHHELD =
            List.of("anonymous", "", "sip:anonymous@anonymous.invalid", "unknown", "Restricted", "P");

    private static final NumberPlan PLAIN = plan("");
    private static final NumberPlan OUTSIDE = plan("0");
    private static final NumberPlan WITHOUT_ZERO = plan("", "+ => +", "00 => +", "0 => +49", "=> +49");

    private final NumberWorld world;
    private final int spellings;
    private final long seed;
    private final Map<Group, Tally> tallies = new EnumMap<>(Group.class);

    /** @param spellings how many ways of signalling each known number is called from; at most {@value #SPELLINGS} */
    NumberRound(NumberWorld world, int spellings, long seed) {
        this.world = world;
        this.spellings = spellings;
        this.seed = seed;
        for (Group group : Group.values()) {
            tallies.put(group, new Tally());
        }
    }

    private static NumberPlan plan(String outside, String... rewrites) {
        return new NumberPlan(new NumberPlan.Settings(
                "DE",
                null,
                outside,
                2,
                4,
                List.of(),
                List.of(),
                List.of(),
                Stream.of(rewrites).map(NumberRewrite::parse).toList()));
    }

    /** Makes all calls, and prints what came of them. */
    Tally run(String name, PrintStream out) {
        IntStream.range(0, SHARDS)
                .parallel()
                .mapToObj(this::shard)
                .toList()
                .forEach(shard -> shard.counted.forEach(
                        (group, tally) -> tallies.get(group).add(tally)));
        var all = new Tally();
        tallies.values().forEach(all::add);
        out.printf(
                "%s: %d lines in the CRM, %d of companies in none%n", name, world.truth.size(), world.strangers.size());
        for (Group group : Group.values()) {
            print(group.words, tallies.get(group), out);
        }
        print("all", all, out);
        return all;
    }

    private static void print(String what, Tally tally, PrintStream out) {
        out.printf(
                "  %-42s %8d calls, %8d identifiable, %8d right, %6d among several, %5d wrong%n",
                what, tally.calls, tally.identifiable, tally.right, tally.amongSeveral, tally.wrong);
    }

    private Shard shard(int index) {
        var shard = new Shard(new SplittableRandom(seed * 31 + index));
        for (int line = index; line < world.truth.size(); line += SHARDS) {
            shard.known(line);
        }
        for (int line = index; line < world.strangers.size(); line += SHARDS) {
            shard.stranger(line);
        }
        return shard;
    }

    /** One part of the calls; parts are alike however many run at once. */
    private final class Shard {
        private final SplittableRandom random;
        private final Map<Group, Tally> counted = new EnumMap<>(Group.class);

        Shard(SplittableRandom random) {
            this.random = random;
            for (Group group : Group.values()) {
                counted.put(group, new Tally());
            }
        }

        void known(int line) {
            NumberLines lines = world.truth;
            boolean head = lines.kind(line) == NumberKind.HEAD && hasExtensions(lines.number(line));
            // A switchboard's number is signalled with its 0 or without.
            String number = lines.number(line) + (head && random.nextBoolean() ? "0" : "");
            var caller = new Truth(lines.party(line), lines.active(line) ? lines.contact(line) : 0);
            int from = random.nextInt(SPELLINGS);
            for (int i = 0; i < spellings; i++) {
                call(Group.KNOWN, signalled(number, (from + i) % SPELLINGS), caller);
            }
            if (head) {
                String extension = unknownExtension(lines.number(line));
                call(Group.EXTENSION, anyhow(extension), new Truth(lines.party(line), 0));
            }
            if (random.nextInt(5) == 0) {
                String near = near(number);
                call(Group.NEAR, anyhow(near), owner(near));
            }
            if (random.nextInt(10) == 0) {
                String any = any();
                call(Group.RANDOM, anyhow(any), owner(any));
            }
            if (random.nextInt(20) == 0) {
                call(Group.WITHHELD, new Trunk(PLAIN, WITHHELD.get(random.nextInt(WITHHELD.size()))), Truth.NOBODY);
            }
        }

        void stranger(int line) {
            long number = world.strangers.number(line);
            boolean head = world.strangers.kind(line) == NumberKind.HEAD && hasExtensions(number);
            String caller = head && random.nextBoolean() ? unknownExtension(number) : Long.toString(number);
            call(Group.STRANGER, anyhow(caller), owner(caller));
        }

        private Trunk anyhow(String number) {
            return signalled(number, random.nextInt(SPELLINGS));
        }

        private String unknownExtension(long head) {
            while (true) {
                // One to five digits, two and three most often; none begins with the operator's 0.
                int digits = new int[] {1, 1, 2, 2, 2, 3, 3, 3, 4, 5}[random.nextInt(10)];
                var number = new StringBuilder().append(head).append(1 + random.nextInt(9));
                for (int i = 1; i < digits; i++) {
                    number.append(random.nextInt(10));
                }
                if (number.length() <= LONGEST_NUMBER && !world.truth.has(Long.parseLong(number.toString()))) {
                    return number.toString();
                }
            }
        }

        private String near(String number) {
            var near = new StringBuilder(number);
            switch (random.nextInt(3)) {
                case 0 -> {
                    int at = number.length() - 1 - random.nextInt(4);
                    near.setCharAt(at, (char) ('0' + (number.charAt(at) - '0' + 1 + random.nextInt(9)) % 10));
                }
                case 1 -> near.append(random.nextInt(10));
                default -> near.setLength(near.length() - 1);
            }
            return near.toString();
        }

        private String any() {
            String beginning = List.of("4930", "49221", "49500", "49171", "49800", "495000", "431", "1202", "4420")
                    .get(random.nextInt(9));
            var any = new StringBuilder(beginning).append(2 + random.nextInt(8));
            int length = switch (beginning) {
                case "1202" -> 11;
                case "431" -> 8 + random.nextInt(4);
                default -> 12;
            };
            while (any.length() < length) {
                any.append(random.nextInt(10));
            }
            return any.toString();
        }

        private void call(Group group, Trunk trunk, Truth caller) {
            Tally tally = counted.get(group);
            tally.calls++;
            boolean identifiable = caller.party() != 0;
            if (identifiable) {
                tally.identifiable++;
            }
            Caller answer = identified(trunk);
            if (answer instanceof Caller.Ambiguous several) {
                if (identifiable && several.ranked().stream().anyMatch(r -> is(r.candidate(), caller))) {
                    tally.amongSeveral++;
                } else {
                    tally.wrong++;
                }
            } else if (answer instanceof Caller.Known known) {
                count(tally, is(known.candidate(), caller));
            } else if (answer instanceof Caller.Company company) {
                count(tally, is(company.candidate(), caller));
            }
        }

        private static void count(Tally tally, boolean right) {
            if (right) {
                tally.right++;
            } else {
                tally.wrong++;
            }
        }
    }

    private static boolean is(MatchCandidate candidate, Truth caller) {
        return candidate.partyId() == caller.party()
                && (candidate.contactId() == null ? 0 : candidate.contactId()) == caller.contact();
    }

    /** What the product does with a call, with the mirror in memory instead of in the database; see CallerLookup. */
    private Caller identified(Trunk trunk) {
        NumberOutcome outcome = trunk.plan().normaliseSignalled(trunk.text());
        var found = new ArrayList<MatchCandidate>();
        if (outcome instanceof NumberOutcome.Valid valid) {
            CallerMatch.LookupKeys keys = CallerMatch.keysOf(valid.number());
            find(keys.exact(), found);
            keys.heads().forEach(head -> find(head, found));
            CallerMatch.inDoubt(outcome, found)
                    .forEach(party -> world.mirror.eachOf(Math.toIntExact(party), line -> found.add(candidate(line))));
        }
        return CallerMatch.decide(outcome, found, TODAY);
    }

    private void find(E164 number, List<MatchCandidate> found) {
        world.mirror.each(Long.parseLong(number.digits()), line -> found.add(candidate(line)));
    }

    private MatchCandidate candidate(int line) {
        NumberLines lines = world.mirror;
        return MatchCandidate.found(
                new E164("+" + lines.number(line)),
                lines.kind(line),
                lines.party(line),
                lines.contact(line) == 0 ? null : (long) lines.contact(line),
                lines.active(line));
    }

    /** Who has a number: whoever has exactly this one, else the company in whose block it lies, be it a stranger's. */
    private Truth owner(String number) {
        if (number.length() > LONGEST_NUMBER) {
            return Truth.NOBODY;
        }
        long digits = Long.parseLong(number);
        if (world.strangers.has(digits)) {
            return Truth.NOBODY;
        }
        if (world.truth.has(digits)) {
            return first(digits, false);
        }
        for (int extension = 1; extension <= LONGEST_EXTENSION && number.length() - extension > 6; extension++) {
            long head = Long.parseLong(number.substring(0, number.length() - extension));
            if (!hasExtensions(head)) {
                return Truth.NOBODY;
            }
            if (world.strangers.has(head)) {
                return Truth.NOBODY;
            }
            Truth company = first(head, true);
            if (company != Truth.NOBODY) {
                return company;
            }
        }
        return Truth.NOBODY;
    }

    private Truth first(long digits, boolean headOnly) {
        NumberLines lines = world.truth;
        var owner = new Truth[] {Truth.NOBODY};
        lines.each(digits, line -> {
            if (!headOnly || lines.kind(line) == NumberKind.HEAD) {
                owner[0] = new Truth(lines.party(line), lines.active(line) ? lines.contact(line) : 0);
            }
        });
        return owner[0];
    }

    /** In this world: of Germany and Austria, and no mobile. */
    private static boolean hasExtensions(long head) {
        String digits = Long.toString(head);
        return digits.startsWith("431") || digits.startsWith("49") && !digits.startsWith("491");
    }

    /** A number as trunks signal it. */
    private static Trunk signalled(String number, int spelling) {
        boolean german = number.startsWith("49");
        String national = german ? "0" + number.substring(2) : "00" + number;
        return switch (spelling) {
            case 0 -> new Trunk(PLAIN, "+" + number);
            case 1 -> new Trunk(PLAIN, "00" + number);
            case 2 -> new Trunk(PLAIN, national);
            case 3 -> new Trunk(PLAIN, german ? number : "+" + number);
            case 4 -> new Trunk(PLAIN, "sip:+" + number + "@trunk.example;user=phone");
            case 5 -> new Trunk(PLAIN, "\"Zentrale\" <sip:" + national + "@192.0.2.10>");
            case 6 -> new Trunk(OUTSIDE, "0" + national);
            case 7 -> new Trunk(WITHOUT_ZERO, german ? number.substring(2) : "00" + number);
            default -> new Trunk(PLAIN, "tel:+" + number);
        };
    }
}
