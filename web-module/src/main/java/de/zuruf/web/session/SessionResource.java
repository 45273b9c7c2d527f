package de.zuruf.web.session;

import de.zuruf.app.call.DialSettings;
import de.zuruf.app.people.Accounts;
import de.zuruf.app.people.CurrentUser;
import de.zuruf.app.people.Extensions;
import de.zuruf.app.people.Roles;
import de.zuruf.app.people.Staff;
import de.zuruf.customer.Employee;
import de.zuruf.web.api.AntiForgery;
import de.zuruf.web.api.Problem;
import de.zuruf.web.stream.CallStream;
import de.zuruf.wording.Bilingual;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The session of a browser. */
@Path("/session")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SessionResource {
    @Inject
    private SecurityContext security;

    @Inject
    private CurrentUser user;

    @Inject
    private Staff staff;

    @Inject
    private Accounts accounts;

    @Inject
    private Extensions extensions;

    @Inject
    private AntiForgery antiForgery;

    @Inject
    private SignInThrottle throttle;

    @Inject
    private CallStream stream;

    @Inject
    private DialSettings dialling;

    @Inject
    @ConfigProperty(name = "zuruf.demo", defaultValue = "false")
    private boolean demo;

    @Context
    private HttpHeaders headers;

    /** As typed. */
    public record SignIn(String user, String password) {}

    /** {@code extension} null releases the telephone; {@code takeOver} takes it from a colleague. */
    public record Binding(String extension, boolean takeOver) {}

    /** Who is signed in; {@code usualExtension} is the CRM's, null when it knows none. */
    public record User(String id, String name, String login, Set<String> roles, String team, String usualExtension) {}

    /** docs/api.md describes the members. */
    public record Session(
            User user,
            String extension,
            String csrfToken,
            boolean demo,
            String version,
            long colleagues,
            boolean control) {}

    /** {@return the session} */
    @GET
    public Response get() {
        return session(user.id(), user.roles());
    }

    /** Signs in. */
    @POST
    public Response signIn(SignIn signIn, @Context HttpServletRequest request, @Context HttpServletResponse response)
            throws ServletException {
        if (signIn == null
                || signIn.user() == null
                || signIn.password() == null
                || signIn.password().length() > 500) {
            return refused();
        }
        if (!throttle.admits(signIn.user())) {
            return Problem.response(
                    429,
                    "ZURUF-SIGN-IN-PAUSE",
                    new Bilingual(
                            "Zu viele Versuche. Bitte warten Sie eine Minute.",
                            "Too many attempts. Please wait a minute."),
                    null,
                    Map.of(),
                    headers.getAcceptableLanguages());
        }
        if (request.getUserPrincipal() != null) {
            request.logout();
        }
        var status = security.authenticate(
                request,
                response,
                AuthenticationParameters.withParams()
                        .credential(new UsernamePasswordCredential(signIn.user().strip(), signIn.password()))
                        .newAuthentication(true)
                        .rememberMe(true));
        if (status != AuthenticationStatus.SUCCESS) {
            throttle.failed(signIn.user());
            return refused();
        }
        return session(user.id(), user.roles());
    }

    private Response refused() {
        return Problem.response(
                401,
                "ZURUF-SIGN-IN",
                new Bilingual(
                        "Benutzername oder Kennwort stimmt nicht.", "The user name or the password is not correct."),
                null,
                Map.of(),
                headers.getAcceptableLanguages());
    }

    /** Signs out and releases the telephone. */
    @DELETE
    public Response signOut(@Context HttpServletRequest request) throws ServletException {
        if (user.has(Roles.INSIDE_SALES)) {
            extensions.bind(null, false);
        }
        var me = user.id();
        request.logout();
        stream.close(me);
        return Response.noContent().build();
    }

    /** Binds a telephone. */
    @PUT
    @Path("/extension")
    public Response bind(Binding binding) {
        var extension = Optional.ofNullable(binding)
                .map(Binding::extension)
                .map(String::strip)
                .orElse(null);
        extensions.bind(extension, binding != null && binding.takeOver());
        return session(user.id(), user.roles());
    }

    private Response session(String id, Set<String> roles) {
        var employee = staff.find(id);
        var issued = antiForgery.issue(headers.getCookies(), id);
        var team = employee.map(Employee::team).orElse(null);
        var session = new Session(
                new User(
                        id,
                        employee.map(Employee::name).orElse(id),
                        accounts.loginOf(id).orElse(null),
                        roles,
                        team,
                        employee.map(Employee::extension).orElse(null)),
                extensions.of(id).orElse(null),
                issued.token(),
                demo,
                Session.class.getPackage().getImplementationVersion() == null
                        ? "0.1.0"
                        : Session.class.getPackage().getImplementationVersion(),
                team == null ? 0 : Math.max(0, staff.teamSize(team) - 1),
                dialling.on() && roles.contains(Roles.INSIDE_SALES));
        return Response.ok(session).cookie(issued.cookie()).build();
    }
}
