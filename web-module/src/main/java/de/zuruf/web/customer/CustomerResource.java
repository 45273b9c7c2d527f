package de.zuruf.web.customer;

import de.zuruf.app.customer.CustomerPage;
import de.zuruf.app.customer.Customers;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.StringReader;
import java.util.List;

/** Customers. */
@Path("/customers")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CustomerResource {
    private static final Jsonb JSON = JsonbBuilder.create();

    @Inject
    private Customers customers;

    /** {@return what matches} */
    @GET
    public List<Customers.Hit> search(
            @QueryParam("q") String query, @QueryParam("limit") @DefaultValue("20") int limit) {
        return customers.search(query, limit);
    }

    /** {@return the page of one: the members of the card and those of the page in one object} */
    @GET
    @Path("/{id}")
    public JsonObject page(@PathParam("id") long id) {
        var page = object(customers.page(id));
        var merged = Json.createObjectBuilder(page.getJsonObject("card"));
        page.forEach((name, value) -> {
            if (!name.equals("card")) {
                merged.add(name, value);
            }
        });
        return merged.build();
    }

    private static JsonObject object(CustomerPage page) {
        try (var reader = Json.createReader(new StringReader(JSON.toJson(page)))) {
            return reader.readObject();
        }
    }
}
