package de.zuruf.app.scoring;

import de.zuruf.app.scoring.ModelFitting.Assessment;
import de.zuruf.segment.value.ModelQuality;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;

/** An assessment as JSON for a database column. A discrimination that is not a number is null there. */
final class AssessmentText {
    private AssessmentText() {}

    static String write(Assessment assessment) {
        var quality = assessment.quality();
        var deciles = Json.createArrayBuilder();
        quality.deciles()
                .forEach(d -> deciles.add(Json.createObjectBuilder()
                        .add("from", d.from())
                        .add("predicted", d.predicted())
                        .add("observed", d.observed())
                        .add("customers", d.customers())));
        return Json.createObjectBuilder()
                .add("customers", quality.customers())
                .add("ordered", quality.ordered())
                .add("discrimination", number(quality.discrimination()))
                .add("byRecency", number(quality.byRecency()))
                .add("drift", assessment.drift() == null ? JsonValue.NULL : number(assessment.drift()))
                .add("deciles", deciles)
                .build()
                .toString();
    }

    private static JsonValue number(double value) {
        return Double.isFinite(value) ? Json.createValue(value) : JsonValue.NULL;
    }

    static Assessment read(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            var json = reader.readObject();
            var deciles = json.getJsonArray("deciles").getValuesAs(JsonObject.class).stream()
                    .map(d -> new ModelQuality.Decile(
                            d.getJsonNumber("from").doubleValue(),
                            d.getJsonNumber("predicted").doubleValue(),
                            d.getJsonNumber("observed").doubleValue(),
                            d.getJsonNumber("customers").longValue()))
                    .toList();
            return new Assessment(
                    new ModelQuality(
                            json.getJsonNumber("customers").longValue(),
                            json.getJsonNumber("ordered").longValue(),
                            number(json, "discrimination"),
                            number(json, "byRecency"),
                            deciles),
                    json.isNull("drift") ? null : json.getJsonNumber("drift").doubleValue());
        }
    }

    private static double number(JsonObject json, String name) {
        return json.isNull(name) ? Double.NaN : json.getJsonNumber(name).doubleValue();
    }
}
