package de.zuruf.web.coverage;

import de.zuruf.app.coverage.CoverageDesk;
import de.zuruf.app.people.AbsenceBook;
import de.zuruf.customer.Absence;
import de.zuruf.segment.coverage.CoverageRow;
import de.zuruf.web.api.Body;
import de.zuruf.wording.Bilingual;
import de.zuruf.wording.InvalidInputException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;

/** The coverage matrix. */
@Path("/coverage")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CoverageResource {
    @Inject
    private CoverageDesk desk;

    @Inject
    private AbsenceBook absences;

    /** {@return the matrix with its live figures} */
    @GET
    public CoverageDesk.Matrix matrix() {
        return desk.matrix();
    }

    /** {@return who can be named in it} */
    @GET
    @Path("/people")
    public List<CoverageDesk.Colleague> people() {
        return desk.people();
    }

    /** {@return who is responsible for a customer on a day} */
    @GET
    @Path("/responsible")
    public CoverageDesk.Responsibilities responsible(@QueryParam("partyId") Long partyId, @QueryParam("on") String on) {
        if (partyId == null) {
            throw InvalidInputException.missing("partyId");
        }
        return desk.responsible(partyId, day(on));
    }

    private static LocalDate day(String on) {
        try {
            return on == null || on.isBlank() ? null : LocalDate.parse(on);
        } catch (DateTimeParseException e) {
            throw new InvalidInputException(
                    "ZURUF-DAY",
                    new Bilingual("Ein Tag sieht so aus: 2026-11-23.", "A day looks like this: 2026-11-23."),
                    "on");
        }
    }

    /** A segment's row and the version from which whoever writes it started. */
    public record Edit(Integer baseVersion, CoverageRow row) {}

    /** The version from which whoever takes an older one back started. */
    public record Base(Integer baseVersion) {}

    private static int base(Integer baseVersion) {
        if (baseVersion == null) {
            throw InvalidInputException.missing("baseVersion");
        }
        return baseVersion;
    }

    /** Replaces a segment's row. */
    @PUT
    @Path("/{segmentId}")
    public CoverageDesk.Entry save(@PathParam("segmentId") String segmentId, Edit edit) {
        return desk.save(segmentId, base(Body.of(edit).baseVersion()), Body.of(edit.row()));
    }

    /** {@return a row's versions, newest first} */
    @GET
    @Path("/{segmentId}/versions")
    public List<CoverageDesk.Revision> history(@PathParam("segmentId") String segmentId) {
        return desk.history(segmentId);
    }

    /** {@return a row as it was} */
    @GET
    @Path("/{segmentId}/versions/{version}")
    public CoverageDesk.Entry version(@PathParam("segmentId") String segmentId, @PathParam("version") int version) {
        return desk.version(segmentId, version);
    }

    /** Takes an older version back, as a new one. */
    @POST
    @Path("/{segmentId}/versions/{version}/restoration")
    public CoverageDesk.Entry restore(
            @PathParam("segmentId") String segmentId, @PathParam("version") int version, Base base) {
        return desk.restore(segmentId, version, base(Body.of(base).baseVersion()));
    }

    /** {@return absences that concern the one who asks} */
    @GET
    @Path("/absences")
    public List<AbsenceBook.Entry> absences() {
        return absences.list();
    }

    /** Enters an absence. */
    @POST
    @Path("/absences")
    public Response enter(Absence absence) {
        return Response.status(201).entity(absences.enter(Body.of(absence))).build();
    }

    /** Takes an absence back. */
    @DELETE
    @Path("/absences/{id}")
    @Consumes(MediaType.WILDCARD)
    public void remove(@PathParam("id") long id) {
        absences.remove(id);
    }
}
