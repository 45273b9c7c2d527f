package de.zuruf.demo.company;

import de.zuruf.customer.Product;
import de.zuruf.customer.ProductGroup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the demo company sells. Prices are plausible, makes are left out. */
final class Catalogue {

    /**
     * @param price  list price in cents
     * @param margin contribution margin in percent of the amount
     */
    record Item(Product product, int price, int margin) {
        String id() {
            return product.id();
        }

        String groupId() {
            return product.groupId();
        }
    }

    static final List<ProductGroup> GROUPS = new ArrayList<>();
    static final List<Item> ITEMS = new ArrayList<>();
    private static final Map<String, Item> BY_ID = new LinkedHashMap<>();

    static {
        group("WG10", "Antriebstechnik", 31);
        item("Schmalkeilriemen SPA 1250", 1890);
        item("Zahnriemen HTD 8M-1200", 3450);
        item("Rollenkette 08B-1, 5 m", 4290);
        item("Kettenrad 08B, 18 Zähne", 1680);
        item("Elastische Kupplung Größe 24", 5270);
        item("Stirnradgetriebemotor 0,37 kW", 38900);
        item("Spannsatz 25 x 50", 2760);
        item("Riemenscheibe SPA 125-2", 4480, false);
        group("WG20", "Wälzlager und Lineartechnik", 27);
        item("Rillenkugellager 6204-2RS", 480);
        item("Rillenkugellager 6306-2RS", 920);
        item("Stehlager UCP 205", 1450);
        item("Pendelrollenlager 22208", 5890);
        item("Nadelhülse HK 2020", 390);
        item("Profilschiene Größe 20, 1 m", 6120);
        item("Führungswagen Größe 20", 4380);
        group("WG30", "Pneumatik", 34);
        item("Kompaktzylinder 32 x 50", 4150);
        item("Magnetventil 5/2 G1/4", 5680);
        item("Wartungseinheit G1/2", 8940);
        item("Steckverschraubung 8 mm, 10 St.", 1840);
        item("Pneumatikschlauch PU 8 mm, 25 m", 2690);
        item("Drosselrückschlagventil G1/8", 1120);
        item("Druckluftpistole mit Spardüse", 2380);
        item("Schalldämpfer G1/4, 10 St.", 1560);
        group("WG40", "Hydraulik", 29);
        item("Hydraulikschlauch 2SN DN12, 10 m", 7350);
        item("Schneidringverschraubung 12L, 10 St.", 2980);
        item("Rücklauffilterelement", 3640);
        item("Kugelhahn G1/2, PN 400", 4420);
        item("Zahnradpumpe 8 cm³", 18900);
        item("Manometer 0–250 bar, Glyzerin", 2150);
        item("Dichtsatz für Zylinder 50/30", 2870);
        group("WG50", "Dichtungstechnik", 38);
        item("O-Ring-Sortiment NBR, 386 St.", 3290);
        item("Wellendichtring 35x52x7", 420);
        item("Flachdichtung DN50, 10 St.", 1970);
        item("PTFE-Gewindeband, 12 Rollen", 1480);
        item("Stopfbuchspackung 8 mm, 5 m", 3960);
        item("Flüssigdichtung 300 ml", 1690);
        item("Radial-Lippendichtung FKM", 1240);
        group("WG60", "Werkzeuge", 26);
        item("Spiralbohrer-Satz HSS-Co, 25-tlg.", 7480);
        item("VHM-Schaftfräser 10 mm", 4690);
        item("Wendeschneidplatte CNMG, 10 St.", 8250);
        item("Drehmomentschlüssel 20–200 Nm", 12900);
        item("Trennscheibe 125 x 1,0, 50 St.", 4950);
        item("Fächerscheibe K60, 10 St.", 2790);
        item("Maschinengewindebohrer M8", 2180);
        item("Bandsägeblatt 2910 x 27", 4860);
        group("WG70", "Befestigungstechnik", 36);
        item("Zylinderschraube M8x30 8.8, 200 St.", 1980);
        item("Sechskantschraube M12x60 A2, 50 St.", 2460);
        item("Scheibe DIN 125 M10, 500 St.", 1340);
        item("Stoppmutter M8, 200 St.", 1590);
        item("Schwerlastanker M12, 25 St.", 3870);
        item("Spanplattenschraube 5x60, 500 St.", 1760);
        item("Blindniete 4,8x12, 500 St.", 2140);
        item("Schraubensicherung mittelfest, 50 ml", 2650);
        group("WG80", "Arbeitsschutz", 33);
        item("Montagehandschuh Nitril, 12 Paar", 2880);
        item("Schnittschutzhandschuh Stufe D, 10 Paar", 6450);
        item("Schutzbrille klar, 10 St.", 3190);
        item("Sicherheitsschuh S3", 7990);
        item("Gehörschutzstöpsel, 200 Paar", 2340);
        item("Atemschutzmaske FFP2, 20 St.", 2590);
        item("Warnweste, 10 St.", 2990);
        item("Verbandskasten-Füllung DIN 13157", 2470);
        group("WG90", "Elektrotechnik", 24);
        item("Leitungsschutzschalter B16, 12 St.", 3280);
        item("Reihenklemme 2,5 mm², 100 St.", 5460);
        item("Aderendhülsen-Sortiment", 2790);
        item("Mantelleitung NYM-J 3x1,5, 100 m", 8450);
        item("Induktiver Näherungsschalter M12", 3970);
        item("Motorschutzschalter 4–6,3 A", 6280);
        item("Kabelverschraubung M20, 50 St.", 4150);
        item("Signalleuchte LED 24 V", 2860);
        group("WG100", "Schmierstoffe und Chemie", 40);
        item("Mehrzweckfett, 12 Kartuschen", 4980);
        item("Kühlschmierstoff-Konzentrat 20 l", 13900);
        item("Hydrauliköl HLP 46, 20 l", 7450);
        item("Multifunktionsspray 500 ml, 12 St.", 6840);
        item("Lebensmittelfett NSF H1, 400 g", 2390);
        item("Kaltreiniger 10 l", 4270);
        item("Industriereinigungstücher, 300 St.", 3180);
        item("Kettenspray 400 ml, 12 St.", 7920);
    }

    private Catalogue() {}

    static Item byId(String id) {
        Item item = BY_ID.get(id);
        if (item == null) {
            throw new IllegalArgumentException("no product " + id);
        }
        return item;
    }

    /** The n-th product of the group, from 1. */
    static Item of(int group, int number) {
        return byId("P%d".formatted(group * 100 + number));
    }

    private static int currentMargin;
    private static int inGroup;

    private static void group(String id, String name, int margin) {
        GROUPS.add(new ProductGroup(id, name));
        currentMargin = margin;
        inGroup = 0;
    }

    private static void item(String name, int price) {
        item(name, price, true);
    }

    private static void item(String name, int price, boolean orderable) {
        ProductGroup group = GROUPS.get(GROUPS.size() - 1);
        inGroup++;
        String id = "P%d".formatted(Integer.parseInt(group.id().substring(2)) * 100 + inGroup);
        Item item = new Item(new Product(id, name, group.id(), orderable), price, currentMargin + inGroup % 5 - 2);
        ITEMS.add(item);
        BY_ID.put(id, item);
    }
}
