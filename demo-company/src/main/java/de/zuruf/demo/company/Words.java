package de.zuruf.demo.company;

import de.zuruf.demo.company.Lines.Area;
import java.util.List;

/** Names and sentences. All people and companies are invented. */
final class Words {
    static final List<String> FAMILY = List.of(
            "Albers",
            "Arndt",
            "Bader",
            "Behrens",
            "Bergmann",
            "Böttcher",
            "Brandl",
            "Brenner",
            "Burmeister",
            "Clausen",
            "Dörfler",
            "Drechsler",
            "Ebeling",
            "Eichner",
            "Engelke",
            "Falkner",
            "Fassbender",
            "Feldmann",
            "Fleischer",
            "Förster",
            "Gerlach",
            "Göbel",
            "Greiner",
            "Grothe",
            "Hagemann",
            "Hartwig",
            "Heidkamp",
            "Hellwig",
            "Hinrichs",
            "Hollmann",
            "Hübner",
            "Jansen",
            "Jessen",
            "Kaminski",
            "Kersten",
            "Kirchhoff",
            "Klamm",
            "Kolbe",
            "Korte",
            "Krahl",
            "Lambertz",
            "Lehnert",
            "Lohmann",
            "Lüders",
            "Mahnke",
            "Mertens",
            "Moser",
            "Nagel",
            "Niemann",
            "Obermaier",
            "Oltmanns",
            "Pahl",
            "Petersen",
            "Plath",
            "Pohlmann",
            "Quandel",
            "Radtke",
            "Rehberg",
            "Reimers",
            "Rothe",
            "Sander",
            "Schaller",
            "Scheffler",
            "Schilling",
            "Schlüter",
            "Schönfeld",
            "Seidel",
            "Siebert",
            "Steinke",
            "Stöver",
            "Tamm",
            "Thomsen",
            "Töpfer",
            "Uhlig",
            "Vollmer",
            "Wacker",
            "Wegner",
            "Weidner",
            "Westphal",
            "Wiegand",
            "Wulff",
            "Zander",
            "Ziegler",
            "Zöllner");

    static final List<String> GIVEN = List.of(
            "Andrea",
            "Anja",
            "Bernd",
            "Birgit",
            "Carsten",
            "Christine",
            "Daniela",
            "Dirk",
            "Elke",
            "Erkan",
            "Frauke",
            "Gerd",
            "Hannes",
            "Heike",
            "Ingo",
            "Jana",
            "Jens",
            "Jörg",
            "Jutta",
            "Kerstin",
            "Klaus",
            "Lars",
            "Leyla",
            "Maik",
            "Manuela",
            "Markus",
            "Martina",
            "Mehmet",
            "Nadine",
            "Norbert",
            "Olaf",
            "Petra",
            "Ralf",
            "Regina",
            "Rolf",
            "Silke",
            "Simone",
            "Stefan",
            "Susanne",
            "Sven",
            "Tanja",
            "Tobias",
            "Torsten",
            "Ulrike",
            "Uwe",
            "Vera",
            "Volker",
            "Wiebke",
            "Yvonne",
            "Zeynep");

    static final List<String> FUNCTIONS = List.of(
            "Einkauf",
            "Leitung Einkauf",
            "Instandhaltung",
            "Produktionsleitung",
            "Werkstattleitung",
            "Geschäftsführung",
            "Lager",
            "Arbeitssicherheit",
            "Konstruktion",
            "Disposition");

    private static final List<String> FORMS = List.of("GmbH", "GmbH & Co. KG", "GmbH", "KG", "GmbH", "e. K.");

    private Words() {}

    /** What companies of an industry call themselves. */
    static List<String> trades(Industry industry) {
        return switch (industry) {
            case MASCHINENBAU ->
                List.of(
                        "Maschinenbau",
                        "Sondermaschinen",
                        "Fördertechnik",
                        "Verpackungsmaschinen",
                        "Getriebebau",
                        "Montagetechnik");
            case METALLVERARBEITUNG ->
                List.of("Metallbau", "Zerspanungstechnik", "Stahlbau", "Blechtechnik", "Schlosserei", "Drehteile");
            case ANLAGENBAU ->
                List.of("Anlagenbau", "Rohrleitungsbau", "Apparatebau", "Verfahrenstechnik", "Wassertechnik");
            case ELEKTROHANDWERK ->
                List.of("Elektrotechnik", "Schaltanlagen", "Elektroinstallation", "Gebäudetechnik", "Steuerungsbau");
            case LEBENSMITTEL -> List.of("Backwaren", "Feinkost", "Molkerei", "Getränke", "Fleischwaren", "Süßwaren");
            case HOLZVERARBEITUNG -> List.of("Holzbau", "Möbelwerkstätten", "Fensterbau", "Tischlerei", "Sägewerk");
        };
    }

    static String form(int turn) {
        return FORMS.get(turn % FORMS.size());
    }

    /** A place in the area, as postcode and city. */
    static String[] place(Area area, int turn) {
        String[][] places = switch (area) {
            case BERLIN ->
                new String[][] {
                    {"12681", "Berlin"},
                    {"13509", "Berlin"},
                    {"12277", "Berlin"},
                    {"10553", "Berlin"},
                    {"12489", "Berlin"}
                };
            case FRANKFURT ->
                new String[][] {
                    {"60386", "Frankfurt am Main"},
                    {"65933", "Frankfurt am Main"},
                    {"63067", "Offenbach am Main"},
                    {"60314", "Frankfurt am Main"}
                };
            case HAMBURG ->
                new String[][] {
                    {"21107", "Hamburg"},
                    {"22113", "Hamburg"},
                    {"22525", "Hamburg"},
                    {"22848", "Norderstedt"},
                    {"22885", "Barsbüttel"}
                };
            case KOELN -> new String[][] {{"50735", "Köln"}, {"51149", "Köln"}, {"50829", "Köln"}, {"51063", "Köln"}};
            case MUENCHEN ->
                new String[][] {
                    {"80939", "München"},
                    {"81249", "München"},
                    {"85748", "Garching"},
                    {"85737", "Ismaning"},
                    {"82024", "Taufkirchen"}
                };
        };
        return places[turn % places.length];
    }

    static final List<String> STREETS = List.of(
            "Gewerbering",
            "Industriestraße",
            "Am Güterbahnhof",
            "Werkstraße",
            "Hafenstraße",
            "Siemensring",
            "Dieselstraße",
            "An der Schmiede",
            "Alte Ziegelei",
            "Robert-Bosch-Weg",
            "Lagerhausweg",
            "Zum Kranwerk");

    static final List<String> CALLS = List.of(
            "Liefertermin zum laufenden Auftrag erfragt, Auskunft gegeben.",
            "Verfügbarkeit geprüft, Teilmenge sofort zugesagt.",
            "Rückfrage zur Rechnung, Position erklärt.",
            "Technische Frage zur Auslegung, Datenblatt geschickt.",
            "Lieferanschrift für den nächsten Auftrag geändert.",
            "Preisanfrage für Staffelmengen, Angebot angekündigt.",
            "Nachbestellung aus dem Lager abgestimmt.",
            "Alternative für ein ausgelaufenes Teil genannt.");

    static final List<String> VISITS = List.of(
            "Rundgang durch die Werkstatt, Verbrauchsmaterial besprochen. Nächster Besuch im Folgequartal.",
            "Lagerbestand gemeinsam durchgesehen, Mindestmengen angepasst.",
            "Neue Produkte gezeigt, Muster dagelassen.",
            "Jahresgespräch vorbereitet, Zahlen stimmen überein.",
            "Instandhaltung wünscht kürzere Wege bei Eilbestellungen.");

    static final List<String> MAILS = List.of(
            "Katalogseiten angefordert und geschickt.",
            "Auftragsbestätigung erneut versandt.",
            "Sicherheitsdatenblätter übersandt.",
            "Preisliste für das neue Quartal zugestellt.");

    static final List<String> FAIRS = List.of(
            "Am Messestand: Interesse an Montagesystemen, Unterlagen mitgegeben.",
            "Auf der Hausmesse gewesen, Vorführung angesehen.");

    static final List<String> SHOPS =
            List.of("Bestellung über den Webshop, keine Rückfragen.", "Abholung an der Theke, bar bezahlt.");

    static final List<String> QUOTES = List.of(
            "Rahmenvertrag Verbrauchsmaterial",
            "Erstausstattung Werkstatt",
            "Umrüstung Druckluftverteilung",
            "Ersatzteilpaket Förderanlage",
            "Jahresbedarf Handschutz",
            "Kugellager, Abrufauftrag",
            "Schaltschrankmaterial Projekt",
            "Hydraulikschläuche konfektioniert");

    static final List<String> COMPLAINTS = List.of(
            "Falsche Menge geliefert",
            "Ware beschädigt angekommen",
            "Lieferung drei Tage zu spät",
            "Falscher Artikel im Karton",
            "Lager laut nach kurzer Laufzeit",
            "Rechnung weicht vom Angebot ab");
}
