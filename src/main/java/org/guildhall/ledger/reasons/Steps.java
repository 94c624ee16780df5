package org.guildhall.ledger.reasons;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guildhall.kernel.Explanation;
import org.guildhall.kernel.Points;
import org.guildhall.ledger.Asset;

/** Puts a posting's own part of the explanation together. */
final class Steps {

    private Steps() {}

    /** The first line: what sort of act it was, when it was true, when it became known. */
    static Explanation head(Told told) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("posting", told.id().toString());
        facts.put("kind", told.kind());
        facts.put("occurredAt", told.occurredAt());
        facts.put("recordedAt", told.recordedAt());
        if (told.reason() != null) {
            facts.put("reason", told.reason());
        }
        return new Explanation("ledger.posting." + sort(told), facts, null, List.of());
    }

    private static String sort(Told told) {
        return switch (told.kind()) {
            case "purchase",
                    "return",
                    "occasion",
                    "occasion-taken-back",
                    "redemption",
                    "hold",
                    "release",
                    "expiry",
                    "expiry-undone",
                    "expiry-moved",
                    "reversal" -> told.kind();
            case "manual-grant", "manual-spend", "manual-adjust" -> told.reason() == null ? "other" : "by-hand";
            default -> "other";
        };
    }

    /** What it did, asset by asset, lot by lot; then what it re-matched of other postings. */
    static List<Explanation> moved(Told told) {
        var own = new LinkedHashMap<Asset, List<Told.Part>>();
        var others = new LinkedHashMap<Asset, List<Told.Part>>();
        for (var part : told.parts()) {
            (part.own() ? own : others)
                    .computeIfAbsent(part.asset(), asset -> new ArrayList<>(2))
                    .add(part);
        }
        var steps = new ArrayList<>(moved("ledger.moved.", own));
        steps.addAll(moved("ledger.rematched.", others));
        return steps;
    }

    private static List<Explanation> moved(String code, Map<Asset, List<Told.Part>> byAsset) {
        var steps = new ArrayList<Explanation>();
        byAsset.forEach((asset, parts) -> steps.add(Explanation.of(
                        code + word(asset),
                        "asset",
                        asset.code(),
                        "amount",
                        Points.of(parts.stream().mapToLong(Told.Part::amount).sum()))
                .with(parts.stream().map(Steps::part).toList())));
        return steps;
    }

    private static Explanation part(Told.Part part) {
        var amount = Points.of(part.amount());
        if (part.owed()) {
            return Explanation.of("ledger.lot.owed", "amount", amount);
        }
        return part.expiresOn() == null
                ? Explanation.of("ledger.lot.never-expires", "amount", amount)
                : Explanation.of(
                        "ledger.lot.until",
                        "amount",
                        amount,
                        "lastDay",
                        part.expiresOn().minusDays(1));
    }

    /** What an expired lot had received and given before its day; the rest is what was gone. */
    static Explanation lot(Told.LotStory story, long expired) {
        return Explanation.of(
                "ledger.lot.story",
                "lastDay",
                story.expiresOn().minusDays(1),
                "granted",
                Points.of(story.granted()),
                "used",
                Points.of(story.used()),
                "expired",
                Points.of(expired));
    }

    private static String word(Asset asset) {
        return asset.equals(Asset.POINTS) ? "points" : asset.equals(Asset.GROWTH) ? "growth" : "other";
    }
}
