package de.zuruf.segment.coverage;

import de.zuruf.segment.LifecyclePhase;
import de.zuruf.segment.ValueClass;
import java.math.BigDecimal;
import java.util.List;

/**
 * What a company finds in its matrix on the first day, one row for each value class: a proposal to be rewritten, and named after no
 * team and no person.
 */
public final class StarterRows {
    private StarterRows() {}

    /** {@return the rows, highest value class first} */
    public static List<CoverageRow> rows() {
        return List.of(a(), b(), c(), d());
    }

    private static CoverageRow a() {
        return row(
                ValueClass.A,
                "Wenige große Kunden, die den Umsatz tragen oder tragen könnten.",
                "Umsatz von zwölf Monaten und ein Teil des noch nicht gehobenen Potenzials ergeben Wertklasse A.",
                "Mehrere Entscheider; Rahmenverträge; ein verlorener Kunde ist im Jahresergebnis zu sehen.",
                "Halten und ausbauen: gemeinsame Jahresplanung, fester Ansprechpartner auf beiden Seiten, keine Überraschungen.",
                2_400,
                List.of(
                        duty(
                                CoverageRole.INSIDE_SALES,
                                "Fester Ansprechpartner; Aufträge, Termine und Reklamationen mit Vorrang; meldet Auffälliges noch am"
                                        + " selben Tag dem Außendienst."),
                        duty(
                                CoverageRole.FIELD_SALES,
                                "Verantwortet den Kunden: Jahresgespräch, Besuche, Angebote, Netz der Entscheider."),
                        duty(CoverageRole.MARKETING, "Einladungen und Unterlagen nach Absprache mit dem Außendienst."),
                        duty(
                                CoverageRole.OTHERS,
                                "Geschäftsleitung: ein Gespräch im Jahr. Technik: Einführung neuer Produkte.")),
                12,
                24,
                30,
                List.of(
                        measure(
                                LifecyclePhase.LEAD,
                                "Außendienst qualifiziert im Gespräch, Angebot innerhalb von zwei Tagen."),
                        measure(
                                LifecyclePhase.NEW,
                                "Welcome-Anruf nach der ersten Lieferung, Antrittsbesuch mit beiden Ansprechpartnern."),
                        measure(
                                LifecyclePhase.DEVELOPING,
                                "Bedarf je Standort aufnehmen, Sortiment gezielt erweitern."),
                        measure(LifecyclePhase.REGULAR, "Jahresgespräch, Quartalszahlen, neue Produkte zuerst."),
                        measure(
                                LifecyclePhase.AT_RISK,
                                "Anruf am selben Tag, Besuch innerhalb einer Woche, Bericht an die Leitung."),
                        measure(
                                LifecyclePhase.LOST,
                                "Gespräch der Leitung über den Grund; Rückkehrangebot nach sechs Monaten."),
                        measure(
                                LifecyclePhase.REGAINED,
                                "Monatlicher Anruf im ersten Jahr, Besuch nach der ersten Lieferung.")));
    }

    private static CoverageRow b() {
        return row(
                ValueClass.B,
                "Regelmäßige Kunden mittlerer Größe, oft mit ungenutztem Potenzial.",
                "Umsatz von zwölf Monaten und ein Teil des noch nicht gehobenen Potenzials ergeben Wertklasse B.",
                "Kaufen einen Teil des Bedarfs beim Wettbewerb; wechseln selten, wenn sie gut betreut sind.",
                "Ausbauen: Zusatzverkauf und Anteil am Bedarf erhöhen, Entwicklung zu A erkennen.",
                600,
                List.of(
                        duty(
                                CoverageRole.INSIDE_SALES,
                                "Betreut das Tagesgeschäft selbständig, spricht Zusatzbedarf an, fasst Angebote nach."),
                        duty(
                                CoverageRole.FIELD_SALES,
                                "Besucht bei Anlass und zum Jahresgespräch, übernimmt größere Projekte."),
                        duty(CoverageRole.MARKETING, "Produktneuheiten nach Sortiment und Branche.")),
                3,
                12,
                60,
                List.of(
                        measure(
                                LifecyclePhase.LEAD,
                                "Innendienst qualifiziert am Telefon, Termin für den Außendienst bei Bedarf."),
                        measure(
                                LifecyclePhase.NEW,
                                "Welcome-Anruf nach der ersten Lieferung, Besuch im ersten Quartal."),
                        measure(LifecyclePhase.DEVELOPING, "Zusatzverkauf aus dem Sortiment vergleichbarer Kunden."),
                        measure(LifecyclePhase.REGULAR, "Betreuungsanruf alle zwei Monate, Jahresgespräch."),
                        measure(LifecyclePhase.AT_RISK, "Rückruf am selben Tag, Übergabe an den Außendienst."),
                        measure(LifecyclePhase.LOST, "Rückgewinnungsanruf nach drei und nach neun Monaten."),
                        measure(LifecyclePhase.REGAINED, "Betreuungsanruf im ersten und im dritten Monat.")));
    }

    private static CoverageRow c() {
        return row(
                ValueClass.C,
                "Kleinere Kunden mit regelmäßigem Bedarf.",
                "Umsatz von zwölf Monaten und ein Teil des noch nicht gehobenen Potenzials ergeben Wertklasse C.",
                "Der Innendienst ist der eigene Vertriebsweg; ein Besuch kostet mehr, als er bringt.",
                "Rentabel betreuen: telefonisch, mit wenigen guten Anlässen; Entwicklung zu B erkennen.",
                120,
                List.of(
                        duty(
                                CoverageRole.INSIDE_SALES,
                                "Verantwortet den Kunden am Telefon: Betreuungsanrufe, Angebote, Zusatzverkauf."),
                        duty(CoverageRole.MARKETING, "Aktionen und Neuheiten per Post und Mail.")),
                0,
                4,
                120,
                List.of(
                        measure(
                                LifecyclePhase.LEAD,
                                "Innendienst qualifiziert: Prospektesammler oder künftiger Kunde?"),
                        measure(LifecyclePhase.NEW, "Welcome-Anruf nach der ersten Lieferung."),
                        measure(LifecyclePhase.DEVELOPING, "Zusatzverkauf bei jedem Auftrag."),
                        measure(LifecyclePhase.REGULAR, "Betreuungsanruf einmal im Quartal."),
                        measure(LifecyclePhase.AT_RISK, "Betreuungsanruf innerhalb einer Woche."),
                        measure(LifecyclePhase.LOST, "Ein Rückgewinnungsanruf nach sechs Monaten."),
                        measure(LifecyclePhase.REGAINED, "Betreuungsanruf nach der ersten Lieferung.")));
    }

    private static CoverageRow d() {
        return row(
                ValueClass.D,
                "Kleinstkunden und Gelegenheitskäufer.",
                "Alle übrigen Kunden (Wertklasse D).",
                "Viele; unter ihnen auch kleine Kunden mit großem Bedarf beim Wettbewerb.",
                "Freundlich und kurz: Bestellung annehmen, Potenzial erfragen, nicht von sich aus betreuen.",
                25,
                List.of(
                        duty(CoverageRole.INSIDE_SALES, "Nimmt Aufträge an, fragt einmal im Jahr nach dem Bedarf."),
                        duty(CoverageRole.MARKETING, "Katalog und Verweis auf den Online-Shop.")),
                0,
                1,
                365,
                List.of(
                        measure(LifecyclePhase.LEAD, "Katalog senden, Bedarf erfragen."),
                        measure(LifecyclePhase.NEW, "Welcome-Anruf nach der ersten Lieferung, kurz."),
                        measure(LifecyclePhase.DEVELOPING, "Nach dem übrigen Bedarf fragen."),
                        measure(LifecyclePhase.REGULAR, "Ein Betreuungsanruf im Jahr."),
                        measure(LifecyclePhase.AT_RISK, "Beim nächsten Anruf offen fragen."),
                        measure(LifecyclePhase.LOST, "Aktion per Mail."),
                        measure(LifecyclePhase.REGAINED, "Beim ersten Auftrag danken und nach dem Grund fragen.")));
    }

    private static CoverageRow row(
            ValueClass value,
            String description,
            String criteria,
            String particularities,
            String strategy,
            int careBudget,
            List<Duty> duties,
            int visits,
            int calls,
            int interval,
            List<Measure> measures) {
        return new CoverageRow(
                        value.name(),
                        value.words().de(),
                        description,
                        criteria,
                        particularities,
                        strategy,
                        BigDecimal.valueOf(careBudget),
                        Budget.NONE,
                        duties,
                        visits,
                        calls,
                        interval,
                        measures)
                .checked();
    }

    private static Duty duty(CoverageRole role, String task) {
        return new Duty(role, task, null, List.of(), null);
    }

    private static Measure measure(LifecyclePhase phase, String text) {
        return new Measure(phase, text);
    }
}
