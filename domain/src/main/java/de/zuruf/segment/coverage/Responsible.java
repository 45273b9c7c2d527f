package de.zuruf.segment.coverage;

import de.zuruf.customer.Absences;
import de.zuruf.customer.Employee;
import de.zuruf.customer.Party;
import de.zuruf.customer.StandIn;
import de.zuruf.wording.Bilingual;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who is responsible for a customer in a role on a day.
 *
 * @param person  who acts on that day; empty when nobody does
 * @param team    the team that the matrix names for the customer; null when it names none
 * @param because why, in one sentence
 */
public record Responsible(CoverageRole role, Optional<Employee> person, String team, Bilingual because) {

    /** Somebody who comes into question, and why. */
    private record Candidate(Employee employee, Bilingual because) {}

    /**
     * Resolves the matrix for one customer. The first of these who is there, or for whom somebody stands in, is responsible: whom the
     * CRM names at the customer; the team's people, in an order that is the same for this customer every day; the default person.
     *
     * @param row      of the customer's segment; null when the segment has none, so that only the CRM decides
     * @param staff    all employees as the CRM knows them
     * @param absences all that are known
     * @param day      the day asked about
     * @param today    the present day
     * @return one entry for each role, in the order of the roles; a role for which the row names nobody and the CRM neither is missing
     */
    public static List<Responsible> of(
            CoverageRow row,
            Party customer,
            Collection<Employee> staff,
            Absences absences,
            LocalDate day,
            LocalDate today) {
        Map<String, Employee> people = new HashMap<>();
        staff.forEach(employee -> people.put(employee.id(), absences.on(employee, day, today)));
        return Arrays.stream(CoverageRole.values())
                .flatMap(role -> {
                    var duty = row == null ? Optional.<Duty>empty() : row.duty(role);
                    var candidates = candidates(role, duty, customer, people);
                    var team = duty.flatMap(d -> d.teamFor(customer.postcode())).orElse(null);
                    return candidates.isEmpty() && team == null
                            ? Stream.empty()
                            : Stream.of(first(role, team, candidates, people, absences, day));
                })
                .toList();
    }

    private static List<Candidate> candidates(
            CoverageRole role, Optional<Duty> duty, Party customer, Map<String, Employee> people) {
        var candidates = new ArrayList<Candidate>();
        var owner = people.get(ownerOf(role, customer));
        if (owner != null) {
            candidates.add(new Candidate(
                    owner,
                    new Bilingual(
                            "im CRM beim Kunden als " + role.words().de() + " eingetragen",
                            "named in the CRM as the customer's " + role.words().en())));
        }
        duty.flatMap(d -> d.teamFor(customer.postcode()))
                .ifPresent(team -> people.values().stream()
                        .filter(employee -> team.equals(employee.team()))
                        .sorted(Comparator.comparingInt((Employee employee) -> turn(customer, employee))
                                .thenComparing(Employee::id))
                        .map(employee ->
                                new Candidate(employee, new Bilingual("aus dem Team " + team, "of the team " + team)))
                        .forEach(candidates::add));
        duty.map(Duty::defaultPersonId)
                .map(people::get)
                .map(employee -> new Candidate(
                        employee, new Bilingual("in der Betreuungsmatrix benannt", "named in the coverage matrix")))
                .ifPresent(candidates::add);
        return candidates;
    }

    private static String ownerOf(CoverageRole role, Party customer) {
        return switch (role) {
            case INSIDE_SALES -> customer.insideSalesId();
            case FIELD_SALES -> customer.ownerId();
            case MARKETING, OTHERS -> null;
        };
    }

    /** Spreads the customers over a team; somebody who comes or goes moves only his own share of them. */
    private static int turn(Party customer, Employee employee) {
        int mixed = (customer.id() + '\n' + employee.id()).hashCode();
        mixed = (mixed ^ mixed >>> 16) * 0x85ebca6b;
        mixed = (mixed ^ mixed >>> 13) * 0xc2b2ae35;
        return mixed ^ mixed >>> 16;
    }

    private static Responsible first(
            CoverageRole role,
            String team,
            List<Candidate> candidates,
            Map<String, Employee> people,
            Absences absences,
            LocalDate day) {
        for (Candidate candidate : candidates) {
            var standIn = StandIn.of(candidate.employee(), people::get);
            if (standIn.acting().isPresent()) {
                return new Responsible(
                        role, standIn.acting(), team, because(candidate, candidates.get(0), standIn, absences, day));
            }
        }
        if (candidates.isEmpty()) {
            return new Responsible(
                    role,
                    Optional.empty(),
                    team,
                    new Bilingual(
                            "Team " + team + "; darin ist niemand bekannt",
                            "Team " + team + "; nobody in it is known"));
        }
        var away = candidates.get(0).employee();
        return new Responsible(
                role,
                Optional.empty(),
                team,
                new Bilingual(
                        away.name() + " ist abwesend"
                                + until(away, absences, day).de() + ", eine anwesende Vertretung gibt es nicht",
                        away.name() + " is away" + until(away, absences, day).en()
                                + " and there is no deputy at work"));
    }

    private static Bilingual because(
            Candidate candidate, Candidate wanted, StandIn standIn, Absences absences, LocalDate day) {
        if (!standIn.away().isEmpty()) {
            return new Bilingual(
                    "Vertretung für " + names(standIn.away(), absences, day, true) + ", "
                            + candidate.because().de(),
                    "Stands in for " + names(standIn.away(), absences, day, false) + ", "
                            + candidate.because().en());
        }
        if (candidate == wanted) {
            return candidate.because();
        }
        var away = wanted.employee();
        return new Bilingual(
                candidate.because().de() + ", weil " + away.name()
                        + until(away, absences, day).de() + " abwesend ist",
                candidate.because().en() + ", because " + away.name() + " is away"
                        + until(away, absences, day).en());
    }

    private static String names(List<Employee> away, Absences absences, LocalDate day, boolean german) {
        var named = away.stream()
                .map(employee -> {
                    var until = until(employee, absences, day);
                    return employee.name() + (german ? until.de() : until.en());
                })
                .toList();
        return String.join(german ? " und " : " and ", named);
    }

    /** Nothing for who is away by the CRM's mark: it does not say until when. */
    private static Bilingual until(Employee away, Absences absences, LocalDate day) {
        return absences.of(away.id(), day)
                .map(absence -> new Bilingual(
                        " bis " + date(absence.to(), day, "d.M.", "d.M.yyyy"),
                        " until " + date(absence.to(), day, "d MMMM", "d MMMM yyyy")))
                .orElse(new Bilingual("", ""));
    }

    private static String date(LocalDate date, LocalDate asked, String pattern, String withYear) {
        return DateTimeFormatter.ofPattern(date.getYear() == asked.getYear() ? pattern : withYear, Locale.ENGLISH)
                .format(date);
    }
}
