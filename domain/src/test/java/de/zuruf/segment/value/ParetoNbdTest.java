package de.zuruf.segment.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The reference numbers of a model that is not ours: that they come out shows that data, time unit and tests are those of the references. */
class ParetoNbdTest {

    private static final Maximum CDNOW = Maximum.of(new ParetoNbd.Likelihood(Cdnow.cells()), 1, 10, 1, 10);

    @Test
    void theCdnowSampleHasTheReferenceModel() {
        assertTrue(CDNOW.converged());
        assertEquals(-9594.976179, CDNOW.value(), 1e-5);
        assertEquals(.553277, CDNOW.parameters()[0], .55 * 1e-4);
        assertEquals(10.57768, CDNOW.parameters()[1], 10.6 * 1e-4);
        assertEquals(.606240, CDNOW.parameters()[2], .61 * 1e-3);
        assertEquals(11.66874, CDNOW.parameters()[3], 11.7 * 1e-3);
    }

    @Test
    void eachCustomerIsWhatTheReferenceSays() {
        double[] found = CDNOW.parameters();
        var model = new ParetoNbd(found[0], found[1], found[2], found[3]);
        for (Map<String, String> row : Cdnow.table("cdnow_reference_quarter.csv")) {
            PurchaseHistory history = Cdnow.history(Integer.parseInt(row.get("id")));
            double alive = Double.parseDouble(row.get("pn_palive"));
            double expected = Double.parseDouble(row.get("pn_cet39"));
            assertEquals(alive, model.stillCustomer(history), 1e-3 * alive, row.toString());
            assertEquals(expected, model.expectedOrders(history, 39), 1e-3 * expected, row.toString());
        }
    }
}
