package de.zuruf.demo.company;

import de.zuruf.customer.Employee;
import de.zuruf.customer.EmployeeRole;
import de.zuruf.demo.company.Lines.Area;
import java.util.List;

/** Our own people. The first six of inside sales, two of field sales, Sabine and Otto have demo accounts. */
final class Staff {
    static final String NORTH = "Innendienst Nord";
    static final String SOUTH = "Innendienst Süd";
    private static final String FIELD = "Außendienst";
    private static final String LEAD = "Vertriebsleitung";

    static final List<Employee> ALL = List.of(
            inside("e-anna", "Anna Berger", NORTH, 201, "e-ben"),
            inside("e-ben", "Ben Krüger", NORTH, 202, "e-anna"),
            inside("e-clara", "Clara Vogt", NORTH, 203, "e-david"),
            inside("e-david", "David Aksoy", NORTH, 204, "e-clara"),
            inside("e-emine", "Emine Yıldız", NORTH, 205, "e-felix"),
            inside("e-felix", "Felix Harms", NORTH, 206, "e-emine"),
            inside("e-greta", "Greta Lindner", SOUTH, 207, "e-henrik"),
            inside("e-henrik", "Henrik Möller", SOUTH, 208, "e-greta"),
            inside("e-isabel", "Isabel Reuter", SOUTH, 209, "e-jonas"),
            inside("e-jonas", "Jonas Petzold", SOUTH, 210, "e-isabel"),
            inside("e-katja", "Katja Simon", SOUTH, 211, "e-lukas"),
            inside("e-lukas", "Lukas Fiedler", SOUTH, 212, "e-katja"),
            field("e-frank", "Frank Sommer", 221, "e-gisela", false),
            field("e-gisela", "Gisela Brandt", 222, "e-frank", false),
            field("e-holger", "Holger Nolte", 223, "e-ines", true),
            field("e-ines", "Ines Kaufmann", 224, "e-holger", false),
            field("e-jan", "Jan Schuster", 225, "e-karla", false),
            field("e-karla", "Karla Engel", 226, "e-jan", false),
            new Employee(
                    "e-sabine",
                    "Sabine Winter",
                    EmployeeRole.MANAGEMENT,
                    LEAD,
                    "sabine.winter@kessler-thiede.example",
                    "231",
                    "e-thomas",
                    false),
            new Employee(
                    "e-thomas",
                    "Thomas Ebert",
                    EmployeeRole.MANAGEMENT,
                    LEAD,
                    "thomas.ebert@kessler-thiede.example",
                    "232",
                    "e-sabine",
                    false),
            new Employee(
                    "e-ute",
                    "Ute Kessler",
                    EmployeeRole.MANAGEMENT,
                    "Geschäftsleitung",
                    "ute.kessler@kessler-thiede.example",
                    "240",
                    "e-sabine",
                    false),
            new Employee(
                    "e-otto",
                    "Otto Thiede",
                    EmployeeRole.MANAGEMENT,
                    "IT",
                    "otto.thiede@kessler-thiede.example",
                    "241",
                    null,
                    false));

    private static final List<String> NORTH_IDS =
            List.of("e-anna", "e-ben", "e-clara", "e-david", "e-emine", "e-felix");
    private static final List<String> SOUTH_IDS =
            List.of("e-greta", "e-henrik", "e-isabel", "e-jonas", "e-katja", "e-lukas");

    private Staff() {}

    static String owner(Area area, boolean keyAccount) {
        return switch (area) {
            case BERLIN -> "e-frank";
            case HAMBURG -> keyAccount ? "e-karla" : "e-gisela";
            case KOELN -> "e-holger";
            case FRANKFURT -> "e-ines";
            case MUENCHEN -> keyAccount ? "e-karla" : "e-jan";
        };
    }

    static String insideSales(Area area, int turn) {
        return switch (area) {
            case BERLIN, HAMBURG -> NORTH_IDS.get(turn % 6);
            default -> SOUTH_IDS.get(turn % 6);
        };
    }

    private static Employee inside(String id, String name, String team, int extension, String deputy) {
        return new Employee(
                id, name, EmployeeRole.INSIDE_SALES, team, mail(id), Integer.toString(extension), deputy, false);
    }

    private static Employee field(String id, String name, int extension, String deputy, boolean absent) {
        return new Employee(
                id, name, EmployeeRole.FIELD_SALES, FIELD, mail(id), Integer.toString(extension), deputy, absent);
    }

    private static String mail(String id) {
        return id.substring(2) + "@kessler-thiede.example";
    }
}
