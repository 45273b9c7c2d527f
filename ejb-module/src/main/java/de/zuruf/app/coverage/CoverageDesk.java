package de.zuruf.app.coverage;

import de.zuruf.app.mirror.MirroredParty;
import de.zuruf.app.people.CurrentUser;
import de.zuruf.app.people.Person;
import de.zuruf.app.people.Roles;
import de.zuruf.app.people.Staff;
import de.zuruf.customer.Employee;
import de.zuruf.customer.EmployeeRole;
import de.zuruf.segment.coverage.CoverageChange;
import de.zuruf.segment.coverage.CoverageRole;
import de.zuruf.segment.coverage.CoverageRow;
import de.zuruf.segment.coverage.Duty;
import de.zuruf.segment.coverage.PostalArea;
import de.zuruf.segment.coverage.Responsible;
import de.zuruf.wording.Bilingual;
import de.zuruf.wording.ConflictException;
import de.zuruf.wording.InvalidInputException;
import de.zuruf.wording.NotFoundException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The coverage matrix: all of sales reads it, supervisors write it. */
@Stateless
@RolesAllowed({Roles.INSIDE_SALES, Roles.FIELD_SALES, Roles.SUPERVISOR})
public class CoverageDesk {
    private static final int VERSIONS_SHOWN = 100;
    private static final int YEARS = 5;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private SegmentFigures figures;

    @Inject
    private CoverageSettings settings;

    @Inject
    private Staff staff;

    @Inject
    private CurrentUser user;

    @Inject
    private Clock clock;

    /**
     * A segment in the matrix.
     *
     * @param version   0 when nobody has described the segment yet
     * @param changedAt when this version was made; null for version 0
     * @param changedBy who made it; null for version 0 and for what was delivered
     * @param live      how the segment stands now; null when there is no such segment any more
     */
    public record Entry(CoverageRow row, int version, Instant changedAt, Person changedBy, LiveFigures live) {}

    /**
     * The matrix.
     *
     * @param rows      in the order of the segments; those that are no segment any more last
     * @param figuresAt of when the live figures are
     * @param visitCost by which visits become costs, in EUR
     * @param callCost  by which calls become costs, in EUR
     */
    public record Matrix(List<Entry> rows, Instant figuresAt, BigDecimal visitCost, BigDecimal callCost) {}

    /**
     * A version in a row's history.
     *
     * @param by           null for what was delivered
     * @param restoredFrom the version that was taken back; null when it was written
     * @param changes      against the version before
     */
    public record Revision(int version, Instant at, Person by, Integer restoredFrom, List<CoverageChange> changes) {}

    /**
     * Somebody who can be named in the matrix.
     *
     * @param team null when in none
     */
    public record Colleague(String id, String name, String team, EmployeeRole role) {}

    /**
     * Who is responsible in a role.
     *
     * @param person null when nobody is
     * @param team   null when the matrix names none
     */
    public record RolePerson(CoverageRole role, Person person, String team, Bilingual because) {}

    /**
     * Who is responsible for a customer on a day.
     *
     * @param segment name of the segment to which the customer belongs today
     */
    public record Responsibilities(
            long partyId, String company, LocalDate on, String segmentId, String segment, List<RolePerson> roles) {}

    /** {@return the matrix as it is now} */
    public Matrix matrix() {
        var newest = newest();
        var standing = figures.now();
        var entries = new ArrayList<Entry>();
        for (var live : standing.segments()) {
            var version = newest.remove(live.segmentId());
            entries.add(
                    version == null
                            ? new Entry(empty(live.segmentId(), live.name()), 0, null, null, live)
                            : entry(version, live));
        }
        newest.values().forEach(version -> entries.add(entry(version, null)));
        return new Matrix(entries, standing.at(), settings.visitCost(), settings.callCost());
    }

    private Map<String, CoverageVersion> newest() {
        var newest = new LinkedHashMap<String, CoverageVersion>();
        em.createQuery(
                        "select v from CoverageVersion v where v.version = (select max(w.version) from CoverageVersion w where"
                                + " w.segmentId = v.segmentId) order by v.segmentId",
                        CoverageVersion.class)
                .getResultStream()
                .forEach(version -> newest.put(version.segmentId, version));
        return newest;
    }

    private static CoverageRow empty(String segmentId, String name) {
        return new CoverageRow(segmentId, name, null, null, null, null, null, null, null, null, null, null, null);
    }

    private Entry entry(CoverageVersion version, LiveFigures live) {
        return new Entry(version.row(), version.version, version.createdAt, author(version), live);
    }

    private Entry entry(CoverageVersion version) {
        return entry(
                version,
                figures.now().segments().stream()
                        .filter(live -> live.segmentId().equals(version.segmentId))
                        .findFirst()
                        .orElse(null));
    }

    private Person author(CoverageVersion version) {
        return staff.find(version.createdBy)
                .map(employee -> new Person(employee.id(), employee.name()))
                .orElse(null);
    }

    /** {@return everybody who can be named in the matrix, or stand in, by name} */
    public List<Colleague> people() {
        return staff.inCrm().stream()
                .map(each -> new Colleague(each.id(), each.name(), each.team(), each.role()))
                .toList();
    }

    /**
     * Replaces a segment's row by a new version. The same content once more makes none.
     *
     * @param segmentId a segment that there is
     * @param base      the version that was before the eyes of whoever wrote; 0 when there was none
     * @param wanted    its segment does not matter
     * @throws ConflictException     when there is a newer version; with it as {@code current}, and as {@code changes} what it changed
     * @throws InvalidInputException naming the field as {@link CoverageRow#fields()} does
     */
    @RolesAllowed(Roles.SUPERVISOR)
    public Entry save(String segmentId, int base, CoverageRow wanted) {
        var row = new CoverageRow(
                        segmentId,
                        wanted.name(),
                        wanted.description(),
                        wanted.criteria(),
                        wanted.particularities(),
                        wanted.strategy(),
                        wanted.careBudget(),
                        wanted.budget(),
                        wanted.duties(),
                        wanted.visitsPerYear(),
                        wanted.callsPerYear(),
                        wanted.longestIntervalDays(),
                        wanted.measures())
                .checked();
        var current = locked(segmentId, base);
        var before = current.map(CoverageVersion::row).orElse(empty(segmentId, null));
        existing(before, row);
        return write(row, current, null);
    }

    /**
     * Makes what an older version says a new version.
     *
     * @param base as in {@link #save}
     * @throws ConflictException as in {@link #save}
     */
    @RolesAllowed(Roles.SUPERVISOR)
    public Entry restore(String segmentId, int version, int base) {
        var current = locked(segmentId, base);
        return write(stored(segmentId, version).row(), current, version);
    }

    private Entry write(CoverageRow row, Optional<CoverageVersion> current, Integer restoredFrom) {
        if (current.isPresent() && current.get().row().changesTo(row).isEmpty()) {
            return entry(current.get());
        }
        var next = new CoverageVersion(
                row, 1 + current.map(c -> c.version).orElse(0), restoredFrom, clock.instant(), user.id());
        try {
            em.persist(next);
            em.flush();
        } catch (PersistenceException e) {
            // Of two who describe a new segment for the first time there is no row that the second could wait for.
            throw changedMeanwhile(Map.of());
        }
        return entry(next);
    }

    /** Waits for whoever writes the same row now, and then looks whether he has finished. */
    private Optional<CoverageVersion> locked(String segmentId, int base) {
        var newest = newestOf(segmentId);
        if (newest.isPresent()) {
            em.lock(newest.get(), LockModeType.PESSIMISTIC_WRITE);
            newest = newestOf(segmentId);
        } else if (figures.now().segments().stream()
                .noneMatch(live -> live.segmentId().equals(segmentId))) {
            throw new NotFoundException(
                    "ZURUF-SEGMENT", new Bilingual("Dieses Segment gibt es nicht.", "There is no such segment."));
        }
        if (base != newest.map(version -> version.version).orElse(0)) {
            throw changedMeanwhile(
                    newest.map(version -> conflict(base, version)).orElse(Map.of()));
        }
        return newest;
    }

    private Optional<CoverageVersion> newestOf(String segmentId) {
        return em.createQuery(
                        "select v from CoverageVersion v where v.segmentId = ?1 order by v.version desc",
                        CoverageVersion.class)
                .setParameter(1, segmentId)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    private Map<String, Object> conflict(int base, CoverageVersion newest) {
        var before = em.find(CoverageVersion.class, new CoverageVersion.Key(newest.segmentId, base));
        var changes = (before == null ? empty(newest.segmentId, null) : before.row()).changesTo(newest.row());
        return Map.of("current", entry(newest), "changes", changes);
    }

    private static ConflictException changedMeanwhile(Map<String, Object> details) {
        return new ConflictException(
                "ZURUF-COVERAGE-CHANGED",
                new Bilingual(
                        "Jemand hat dieses Segment geändert, während Sie daran gearbeitet haben. Nichts ist verloren: Prüfen Sie die"
                                + " Unterschiede und speichern Sie noch einmal.",
                        "Somebody has changed this segment while you were working on it. Nothing is lost: check the differences and"
                                + " save once more."),
                details);
    }

    /** A team or person that is named anew must exist; what has gone since it was named does not hold up another change. */
    private void existing(CoverageRow before, CoverageRow after) {
        var people = staff.inCrm();
        var ids = people.stream().map(Employee::id).collect(Collectors.toSet());
        var teams = people.stream().map(Employee::team).filter(Objects::nonNull).collect(Collectors.toSet());
        before.duties().forEach(duty -> {
            teamsOf(duty).forEach(teams::add);
            if (duty.defaultPersonId() != null) {
                ids.add(duty.defaultPersonId());
            }
        });
        for (var duty : after.duties()) {
            if (duty.defaultPersonId() != null && !ids.contains(duty.defaultPersonId())) {
                throw new InvalidInputException(
                        "ZURUF-PERSON",
                        new Bilingual("Diese Person gibt es nicht.", "There is no such person."),
                        "duties." + duty.role() + ".defaultPersonId");
            }
            unknownTeam(Stream.ofNullable(duty.team()), teams, "duties." + duty.role() + ".team");
            unknownTeam(duty.areas().stream().map(PostalArea::team), teams, "duties." + duty.role() + ".areas");
        }
    }

    private static Stream<String> teamsOf(Duty duty) {
        return Stream.concat(
                Stream.ofNullable(duty.team()), duty.areas().stream().map(PostalArea::team));
    }

    private static void unknownTeam(Stream<String> named, Set<String> teams, String field) {
        named.filter(team -> !teams.contains(team)).findFirst().ifPresent(team -> {
            throw new InvalidInputException(
                    "ZURUF-TEAM",
                    new Bilingual("Ein Team „" + team + "“ gibt es nicht.", "There is no team “" + team + "”."),
                    field);
        });
    }

    /** {@return the row's versions, newest first; at most 100} */
    @RolesAllowed(Roles.SUPERVISOR)
    public List<Revision> history(String segmentId) {
        var versions = em.createQuery(
                        "select v from CoverageVersion v where v.segmentId = ?1 order by v.version desc",
                        CoverageVersion.class)
                .setParameter(1, segmentId)
                .setMaxResults(VERSIONS_SHOWN + 1)
                .getResultList();
        var rows = versions.stream().map(CoverageVersion::row).toList();
        var revisions = new ArrayList<Revision>();
        for (var i = 0; i < Math.min(VERSIONS_SHOWN, versions.size()); i++) {
            var version = versions.get(i);
            var before = i + 1 < rows.size() ? rows.get(i + 1) : empty(segmentId, null);
            revisions.add(new Revision(
                    version.version,
                    version.createdAt,
                    author(version),
                    version.restoredFrom,
                    before.changesTo(rows.get(i))));
        }
        return revisions;
    }

    /** {@return the row as it was in a version, without live figures} */
    @RolesAllowed(Roles.SUPERVISOR)
    public Entry version(String segmentId, int version) {
        return entry(stored(segmentId, version), null);
    }

    private CoverageVersion stored(String segmentId, int version) {
        var stored = em.find(CoverageVersion.class, new CoverageVersion.Key(segmentId, version));
        if (stored == null) {
            throw new NotFoundException(
                    "ZURUF-COVERAGE-VERSION",
                    new Bilingual("Diese Fassung gibt es nicht.", "There is no such version."));
        }
        return stored;
    }

    /**
     * Resolves the matrix for a customer: as it was at the end of that day, or is now. Segment and owners are today's: neither the
     * mirror nor the CRM keeps what they were.
     *
     * @param on null for today; at most five years from it
     */
    public Responsibilities responsible(long partyId, LocalDate on) {
        var today = LocalDate.now(clock);
        var day = on == null ? today : on;
        if (day.isBefore(today.minusYears(YEARS)) || day.isAfter(today.plusYears(YEARS))) {
            throw new InvalidInputException(
                    "ZURUF-DAY",
                    new Bilingual(
                            "Der Tag darf höchstens fünf Jahre entfernt sein.",
                            "The day may be five years away at most."),
                    "on");
        }
        var segmentId = figures.segmentOf(partyId)
                .orElseThrow(() -> new NotFoundException(
                        "ZURUF-CUSTOMER", new Bilingual("Diesen Kunden gibt es nicht.", "There is no such customer.")));
        var party = em.find(MirroredParty.class, partyId).toParty();
        var row = versionOn(segmentId, day).map(CoverageVersion::row).orElse(null);
        var roles = Responsible.of(row, party, staff.inCrm(), staff.absences(day), day, today).stream()
                .map(each -> new RolePerson(
                        each.role(),
                        each.person()
                                .map(employee -> new Person(employee.id(), employee.name()))
                                .orElse(null),
                        each.team(),
                        each.because()))
                .toList();
        return new Responsibilities(partyId, party.name(), day, segmentId, row == null ? segmentId : row.name(), roles);
    }

    /** For days before the matrix was there its first version has to do. */
    private Optional<CoverageVersion> versionOn(String segmentId, LocalDate day) {
        var end = day.plusDays(1).atStartOfDay(clock.getZone()).toInstant();
        var versions = em.createQuery(
                        "select v.version, v.createdAt from CoverageVersion v where v.segmentId = ?1 order by v.version",
                        Object[].class)
                .setParameter(1, segmentId)
                .getResultList();
        return versions.stream()
                .filter(version -> ((Instant) version[1]).isBefore(end))
                .reduce((earlier, later) -> later)
                .or(() -> versions.stream().findFirst())
                .map(version ->
                        em.find(CoverageVersion.class, new CoverageVersion.Key(segmentId, (Integer) version[0])));
    }
}
