package de.zuruf.web.report;

import de.zuruf.app.report.CallReports;
import de.zuruf.app.report.HandoffReports;
import de.zuruf.app.report.PromptReports;
import de.zuruf.app.report.Selection;
import de.zuruf.report.IntervalSize;
import de.zuruf.wording.Bilingual;
import de.zuruf.wording.InvalidInputException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Reports, each also as a table for a spreadsheet under the same address with {@code .csv}. */
@Path("/reports")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ReportResource {
    private static final String CSV = "text/csv;charset=UTF-8";

    @Inject
    private CallReports calls;

    @Inject
    private PromptReports prompts;

    @Inject
    private HandoffReports handoffs;

    @Inject
    private Clock clock;

    @Context
    private HttpHeaders headers;

    /** What a report is about, as it stands in the address. */
    public static class Question {
        private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

        @QueryParam("from")
        private String from;

        @QueryParam("to")
        private String to;

        @QueryParam("queue")
        private String queue;

        @QueryParam("team")
        private String team;

        Selection selection() {
            return new Selection(day("from", from), day("to", to), queue, team);
        }

        private static LocalDate day(String field, String text) {
            if (text == null || text.isBlank()) {
                throw InvalidInputException.missing(field);
            }
            try {
                if (DAY.matcher(text).matches()) {
                    return LocalDate.parse(text);
                }
            } catch (DateTimeParseException e) {
                throw notADay(field, e);
            }
            throw notADay(field, null);
        }

        private static InvalidInputException notADay(String field, Exception cause) {
            return new InvalidInputException(
                    "ZURUF-DAY",
                    new Bilingual("Ein Tag sieht so aus: 2026-11-22.", "A day looks like this: 2026-11-22."),
                    field,
                    Map.of(),
                    cause);
        }
    }

    /** {@return calls by interval} */
    @GET
    @Path("/calls")
    public CallReports.Report calls(
            @BeanParam Question question, @QueryParam("interval") @DefaultValue("day") String interval) {
        return calls.report(question.selection(), size(interval));
    }

    /** {@return the same for a spreadsheet} */
    @GET
    @Path("/calls.csv")
    @Produces(CSV)
    public Response callsAsTable(
            @BeanParam Question question, @QueryParam("interval") @DefaultValue("day") String interval) {
        var selection = question.selection();
        var size = size(interval);
        return table(
                selection,
                new Bilingual("anrufe", "calls"),
                tables().calls(calls.report(selection, size), size, clock.getZone()));
    }

    /** {@return prompts by occasion and segment} */
    @GET
    @Path("/prompts")
    public PromptReports.Report prompts(@BeanParam Question question) {
        return prompts.report(question.selection());
    }

    /** {@return the same for a spreadsheet} */
    @GET
    @Path("/prompts.csv")
    @Produces(CSV)
    public Response promptsAsTable(@BeanParam Question question) {
        var selection = question.selection();
        return table(selection, new Bilingual("hinweise", "prompts"), tables().prompts(prompts.report(selection)));
    }

    /** {@return handoffs by team} */
    @GET
    @Path("/handoffs")
    public HandoffReports.Report handoffs(@BeanParam Question question) {
        return handoffs.report(question.selection());
    }

    /** {@return the same for a spreadsheet} */
    @GET
    @Path("/handoffs.csv")
    @Produces(CSV)
    public Response handoffsAsTable(@BeanParam Question question) {
        var selection = question.selection();
        return table(selection, new Bilingual("uebergaben", "handoffs"), tables().handoffs(handoffs.report(selection)));
    }

    private static IntervalSize size(String interval) {
        return switch (interval) {
            case "hour" -> IntervalSize.HOUR;
            case "day" -> IntervalSize.DAY;
            case "week" -> IntervalSize.WEEK;
            default ->
                throw new InvalidInputException(
                        "ZURUF-INTERVAL",
                        new Bilingual("Stunde, Tag oder Woche: hour, day, week.", "One of hour, day, week."),
                        "interval");
        };
    }

    private ReportTables tables() {
        return new ReportTables(locale());
    }

    private Locale locale() {
        var accepted = headers.getAcceptableLanguages();
        return accepted.isEmpty() ? Locale.GERMAN : accepted.get(0);
    }

    private Response table(Selection selection, Bilingual name, Csv table) {
        var file = "zuruf-" + name.in(locale()) + "-" + selection.from() + "-" + selection.to() + ".csv";
        return Response.ok(table.bytes(), CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file + "\"")
                .build();
    }
}
