package de.zuruf.system.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A customer is found by whatever somebody has of him; the customers are in docs/demo-company.md. */
@ExtendWith(DemoServer.class)
class CustomerSearchIT {

    private static List<JsonObject> found(String query) {
        return DemoServer.signedIn(DemoServer.FIELD)
                .get("customers?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8))
                .expect(200)
                .array()
                .getValuesAs(JsonObject.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+493023125377", "030 23125-377", "(030) 23125 377", "0049 30 23125377"})
    void aNumberInAnyNotationLeadsToWhomItBelongs(String number) {
        List<JsonObject> hits = found(number);
        assertEquals(1, hits.size(), hits.toString());
        JsonObject hit = hits.get(0);
        assertEquals("Lohmann & Söhne Schaltanlagen GmbH", hit.getString("company"));
        assertEquals("Erkan Engelke", hit.getString("contact"));
        assertEquals("030 23125377", hit.getString("number"));
    }

    @Test
    void anUnknownExtensionLeadsToItsCompany() {
        List<JsonObject> hits = found("030 23125538");
        assertFalse(hits.isEmpty());
        assertEquals("Steuerungsbau Jansen e. K.", hits.get(0).getString("company"));
        assertFalse(hits.get(0).containsKey("contact"), hits.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "K-1013,        Lohmann & Söhne Schaltanlagen GmbH",
        "lohmann,       Lohmann & Söhne Schaltanlagen GmbH",
        "soehne schalt, Lohmann & Söhne Schaltanlagen GmbH",
        "Engelke,       Lohmann & Söhne Schaltanlagen GmbH",
        "erkan eng,     Lohmann & Söhne Schaltanlagen GmbH"
    })
    void aCustomersNumberOrPartOfANameLeadsToHim(String query, String company) {
        List<JsonObject> hits = found(query);
        assertEquals(
                1,
                hits.stream()
                        .map(hit -> hit.getString("company"))
                        .filter(company::equals)
                        .count(),
                hits.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"+498999998799", "nobody of that name"})
    void nobodyIsFoundForWhatNobodyHas(String query) {
        assertEquals(List.of(), found(query));
    }
}
