package de.zuruf.segment.coverage;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What one role does for a segment, and who that is: for inside and field sales whom the CRM names at the customer; else somebody of
 * the area's team, else of the team that is responsible; else a person.
 *
 * @param task            what is done; null when nothing is
 * @param team            responsible team, as the CRM has it; null when none is
 * @param areas           other teams by postal area; may be empty
 * @param defaultPersonId identity of whoever is responsible when nobody else is found; null when nobody is
 */
public record Duty(CoverageRole role, String task, String team, List<PostalArea> areas, String defaultPersonId) {
    public Duty {
        areas = areas == null
                ? List.of()
                : areas.stream().filter(Objects::nonNull).toList();
    }

    /**
     * {@return the team for a postal code: of the longest prefix that fits, else the responsible team; empty when there is none}
     *
     * @param postcode null when unknown
     */
    public Optional<String> teamFor(String postcode) {
        var code = postcode == null ? "" : postcode.replace(" ", "").toUpperCase(Locale.ROOT);
        return areas.stream()
                .filter(area -> code.startsWith(area.prefix()))
                .max(Comparator.comparingInt(area -> area.prefix().length()))
                .map(PostalArea::team)
                .or(() -> Optional.ofNullable(team));
    }
}
