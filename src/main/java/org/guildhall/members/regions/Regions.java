package org.guildhall.members.regions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Provinces, cities and counties by their GB/T 2260 code: six digits, the first two the province, the first four the city.
 * The list is the National Bureau of Statistics', down to the county, without Hong Kong, Macau and Taiwan.
 */
@Component
public final class Regions {

    private final Map<String, String> names = new LinkedHashMap<>();

    Regions() {
        try {
            var text = new ClassPathResource("members/regions-gbt2260.csv").getContentAsString(StandardCharsets.UTF_8);
            for (var line : text.lines().toList()) {
                int comma = line.indexOf(',');
                if (comma == 6 && !line.startsWith("#")) {
                    names.put(line.substring(0, 6), line.substring(7));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A region: its code and its own name. */
    public record Region(String code, String name) {}

    /** Whether there is such a region. */
    public boolean knows(String code) {
        return names.containsKey(code);
    }

    /** The name with those of the regions above it: 浙江省杭州市西湖区. */
    public Optional<String> fullName(String code) {
        if (!knows(code)) {
            return Optional.empty();
        }
        var full = new StringBuilder();
        for (var part : List.of(code.substring(0, 2) + "0000", code.substring(0, 4) + "00", code)) {
            var name = names.getOrDefault(part, "");
            if (!name.equals("市辖区") && !name.startsWith("省直辖") && full.indexOf(name) < 0) {
                full.append(name);
            }
        }
        return Optional.of(full.toString());
    }

    /** All regions in order of their codes. */
    public List<Region> all() {
        return names.entrySet().stream()
                .map(entry -> new Region(entry.getKey(), entry.getValue()))
                .toList();
    }
}
