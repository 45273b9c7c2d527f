package de.zuruf.demo.company;

import de.zuruf.crm.spi.CrmChange;
import de.zuruf.crm.spi.CrmChange.PartyChanged;
import de.zuruf.customer.Employee;
import de.zuruf.customer.Party;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes docs/demo-company.md. */
final class DemoTable {
    private DemoTable() {}

    static String of(DemoData data) {
        Map<String, Party> parties = data.changes().stream()
                .filter(PartyChanged.class::isInstance)
                .map(change -> ((PartyChanged) change).party())
                .collect(Collectors.toMap(Party::id, Function.identity()));
        Map<String, Employee> staff = Staff.ALL.stream().collect(Collectors.toMap(Employee::id, Function.identity()));
        StringBuilder text = new StringBuilder();
        text.append("""
                # Die Vorführfirma

                Diese Seite schreibt der Generator in `demo-company`; von Hand Geändertes geht beim nächsten Lauf verloren:

                ```
                mvn -q -pl crm/xml,demo-company -am install -DskipTests && mvn -q -pl demo-company exec:java
                ```

                Kessler & Thiede Technischer Handel ist erfunden, ebenso alle Kunden und Menschen. Die Rufnummern stammen aus den
                Bereichen, die die Bundesnetzagentur für Film und Literatur freihält (030 23125, 069 90009, 040 66969, 0221 4710,
                089 99998, je 000–999). Damit auch Stammnummer und Durchwahl zusammen darin bleiben, haben Stammnummern hinter der
                Ortsvorwahl und dem Bereich eine Ziffer (8 oder 9, zweistellige Durchwahlen) oder zwei (30–69, einstellige
                Durchwahlen); 700–799 sind einzelne Anschlüsse. 030 23125 100–299 gehören der Vorführfirma selbst.

                Alle Tage rücken mit `relativeTo=today` so weiter, dass die Angaben der Tabelle immer heute stimmen; Termine, die
                dabei auf ein Wochenende fielen, liegen am Freitag davor. Abweichungen von zwei Tagen sind deshalb möglich. Wer
                nicht in der Tabelle steht, gibt keinen Anlass zu einem Hinweis.

                """);
        text.append("## Umfang\n\n| Datensätze | Anzahl |\n|---|---:|\n");
        Map<String, Long> counts = data.changes().stream()
                .collect(Collectors.groupingBy(DemoTable::kind, TreeMap::new, Collectors.counting()));
        counts.forEach((kind, count) ->
                text.append("| ").append(kind).append(" | ").append(count).append(" |\n"));
        text.append("\n## Wer welchen Anlass zeigt\n\n");
        text.append("| Anlass | Kunde | Anruf von | Am Telefon | Innendienst | Außendienst | Zu sehen |\n");
        text.append("|---|---|---|---|---|---|---|\n");
        for (Part part : data.parts()) {
            Party party = parties.get(part.partyId());
            text.append("| ")
                    .append(part.plot().german())
                    .append(" | ")
                    .append(part.company())
                    .append(" (")
                    .append(part.partyId())
                    .append(") | `")
                    .append(part.callFrom())
                    .append("` | ")
                    .append(part.person() == null ? "unbekannt" : part.person())
                    .append(" | ")
                    .append(staff.get(party.insideSalesId()).name())
                    .append(" | ")
                    .append(staff.get(party.ownerId()).name())
                    .append(" | ")
                    .append(part.see())
                    .append(" |\n");
        }
        text.append(
                "\n## Eigene Leute\n\n| Kennung | Name | Nebenstelle | Team | Vertretung | |\n|---|---|---|---|---|---|\n");
        for (Employee employee : Staff.ALL) {
            text.append("| `")
                    .append(employee.id())
                    .append("` | ")
                    .append(employee.name())
                    .append(" | ")
                    .append(employee.extension())
                    .append(" | ")
                    .append(employee.team())
                    .append(" | ")
                    .append(employee.deputyId() == null ? "" : "`" + employee.deputyId() + "`")
                    .append(" | ")
                    .append(employee.absent() ? "abwesend" : "")
                    .append(" |\n");
        }
        return text.toString();
    }

    private static String kind(CrmChange change) {
        return switch (change.getClass().getSimpleName()) {
            case "EmployeeChanged" -> "Mitarbeiter";
            case "ProductGroupChanged" -> "Warengruppen";
            case "ProductChanged" -> "Artikel";
            case "PartyChanged" -> "Kunden und Interessenten";
            case "ContactChanged" -> "Ansprechpartner";
            case "OrderChanged" -> "Aufträge";
            case "QuoteChanged" -> "Angebote";
            case "ComplaintChanged" -> "Reklamationen";
            case "InteractionChanged" -> "Kontakte";
            case "ArrangementChanged" -> "Vereinbarungen";
            default -> "Löschungen";
        };
    }
}
