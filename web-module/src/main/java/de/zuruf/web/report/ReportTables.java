package de.zuruf.web.report;

import de.zuruf.app.report.CallReports;
import de.zuruf.app.report.HandoffReports;
import de.zuruf.app.report.PromptReports;
import de.zuruf.report.IntervalSize;
import de.zuruf.wording.Bilingual;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Reports as tables, headed in the reader's language. */
final class ReportTables {
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Locale locale;

    ReportTables(Locale locale) {
        this.locale = locale;
    }

    private String in(String de, String en) {
        return new Bilingual(de, en).in(locale);
    }

    /** Beginnings stand in the company's time and, because a clock may show an hour twice, in UTC. */
    Csv calls(CallReports.Report report, IntervalSize size, ZoneId zone) {
        var csv = new Csv(locale)
                .row(
                        in("Beginn", "Start"),
                        in("Beginn (UTC)", "Start (UTC)"),
                        in("Anrufe", "Offered"),
                        in("Angenommen", "Answered"),
                        in("Aufgelegt", "Abandoned"),
                        in("Verpasst", "Missed"),
                        in("Sofort aufgelegt", "Short abandons"),
                        in("Ausgang unbekannt", "Unknown"),
                        in("Servicegrad in %", "Service level in %"),
                        in("Mittlere Wartezeit in s", "Average speed of answer in s"),
                        in("Daten lückenhaft", "Data incomplete"));
        if (report.withheld()) {
            return withheld(csv, report.minimumGroup(), 11);
        }
        var intervals = report.intervals();
        for (var i = 0; i < intervals.size(); i++) {
            var figures = intervals.get(i);
            var start = figures.start().atZone(zone);
            var end = i + 1 < intervals.size() ? intervals.get(i + 1).start() : Instant.MAX;
            var gap = report.gaps().stream()
                    .anyMatch(g -> g.from().isBefore(end) && (g.to() == null || g.to().isAfter(figures.start())));
            calls(
                    csv,
                    size == IntervalSize.HOUR
                            ? HOUR.format(start)
                            : start.toLocalDate().toString(),
                    figures.start().toString(),
                    figures,
                    gap);
        }
        calls(csv, in("Summe", "Total"), null, report.total(), !report.gaps().isEmpty());
        return csv;
    }

    private void calls(Csv csv, String start, String utc, CallReports.Figures figures, boolean gap) {
        csv.row(
                start,
                utc,
                figures.offered(),
                figures.answered(),
                figures.abandoned(),
                figures.missed(),
                figures.shortAbandons(),
                figures.unknown(),
                percent(figures.serviceLevel()),
                figures.averageSpeedOfAnswer(),
                gap ? in("ja", "yes") : null);
    }

    private static Double percent(Double share) {
        return share == null ? null : Double.valueOf(share * 100);
    }

    Csv prompts(PromptReports.Report report) {
        var csv = new Csv(locale)
                .row(
                        in("Anlass", "Occasion"),
                        in("Wertklasse", "Value class"),
                        in("Phase", "Phase"),
                        in("Gezeigt", "Shown"),
                        in("Erledigt", "Done"),
                        in("Abgelehnt", "Declined"),
                        in("Später", "Later"),
                        in("Passt nicht", "Does not fit"),
                        in("Offen", "Open"));
        if (report.withheld()) {
            return withheld(csv, report.minimumGroup(), 9);
        }
        for (var row : report.rows()) {
            csv.row(
                    row.occasion().words().in(locale),
                    row.segment() == null ? null : row.segment().name(),
                    row.phase() == null ? null : row.phase().words().in(locale),
                    row.shown(),
                    row.done(),
                    row.declined(),
                    row.later(),
                    row.doesNotFit(),
                    row.open());
        }
        return csv;
    }

    Csv handoffs(HandoffReports.Report report) {
        var csv = new Csv(locale)
                .row(
                        in("Team", "Team"),
                        in("Gesendet", "Sent"),
                        in("Quittiert", "Acknowledged"),
                        in("Beantwortet", "Answered"),
                        in("Nicht quittiert", "Not acknowledged"),
                        in("Überfällig", "Overdue"),
                        in("Stunden bis zur Quittung, Median", "Hours to acknowledgement, median"),
                        in("Stunden bis zur Quittung, 90 %", "Hours to acknowledgement, 90 %"),
                        in("Bemerkung", "Remark"));
        if (report.withheld()) {
            return withheld(csv, report.minimumGroup(), 9);
        }
        for (var row : report.rows()) {
            csv.row(
                    row.team() == null ? in("ohne Team", "no team") : row.team(),
                    row.sent(),
                    row.acknowledged(),
                    row.answered(),
                    row.open(),
                    row.overdue(),
                    row.medianHoursToAcknowledge(),
                    row.p90HoursToAcknowledge(),
                    row.withheld() ? reason(report.minimumGroup()) : null);
        }
        return csv;
    }

    private Csv withheld(Csv csv, int minimumGroup, int columns) {
        var cells = new Object[columns];
        cells[0] = reason(minimumGroup);
        return csv.row(cells);
    }

    private String reason(int minimumGroup) {
        return in(
                "nicht angezeigt, weil eine Gruppe weniger als " + minimumGroup + " Personen hat",
                "not shown, because a group has fewer than " + minimumGroup + " people");
    }
}
