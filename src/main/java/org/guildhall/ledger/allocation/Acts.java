package org.guildhall.ledger.allocation;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.Contra;
import org.guildhall.ledger.Movement.Clawback;
import org.guildhall.ledger.Movement.Grant;
import org.guildhall.ledger.Movement.Spend;
import org.guildhall.ledger.Shortage;
import org.jspecify.annotations.Nullable;

/** Writes acts as text, one a line, and reads them back; the stored form of a posting's movements. */
public final class Acts {

    private static final String NEVER = "never";

    private Acts() {}

    /** The stored form. */
    public static String write(List<Act> acts) {
        return acts.size() == 1
                ? line(acts.getFirst())
                : acts.stream().map(Acts::line).collect(Collectors.joining("\n"));
    }

    /** The acts of a stored form. */
    public static List<Act> read(String text) {
        return text.lines().map(Acts::act).toList();
    }

    private static String line(Act act) {
        return switch (act) {
            case Act.Moved(Grant(var asset, var amount, var on)) -> "grant " + asset + " " + amount + " " + date(on);
            case Act.Moved(Clawback(var asset, var amount, var on, var shortage)) ->
                "clawback " + asset + " " + amount + " " + date(on) + " "
                        + shortage.name().toLowerCase(Locale.ROOT);
            case Act.Moved(Spend(var asset, var amount, var to)) -> "spend " + asset + " " + amount + " " + to.code();
            case Act.Lapsed(var asset, var on) -> "lapse " + asset + " " + on;
            case Act.Restored(var asset, var spend) -> "restore " + asset + " " + spend;
            case Act.RestoredPart(var asset, var spend, var amount) ->
                "restore-part " + asset + " " + spend + " " + amount;
            case Act.Settled(var asset, var hold) -> "settle " + asset + " " + hold;
            case Act.Carried(var asset, var from, var to) -> "carry " + asset + " " + from + " " + to;
        };
    }

    private static Act act(String line) {
        var words = line.split(" ", -1);
        var asset = Asset.of(words[1]);
        return switch (words[0]) {
            case "grant" -> new Act.Moved(new Grant(asset, Long.parseLong(words[2]), date(words[3])));
            case "clawback" ->
                new Act.Moved(new Clawback(
                        asset,
                        Long.parseLong(words[2]),
                        date(words[3]),
                        Shortage.valueOf(words[4].toUpperCase(Locale.ROOT))));
            case "spend" -> new Act.Moved(new Spend(asset, Long.parseLong(words[2]), Contra.of(words[3])));
            case "lapse" -> new Act.Lapsed(asset, LocalDate.parse(words[2]));
            case "restore" -> new Act.Restored(asset, UUID.fromString(words[2]));
            case "restore-part" -> new Act.RestoredPart(asset, UUID.fromString(words[2]), Long.parseLong(words[3]));
            case "settle" -> new Act.Settled(asset, UUID.fromString(words[2]));
            case "carry" -> new Act.Carried(asset, LocalDate.parse(words[2]), LocalDate.parse(words[3]));
            default -> throw new IllegalStateException("unknown act in a posting: " + line);
        };
    }

    private static String date(@Nullable LocalDate date) {
        return date == null ? NEVER : date.toString();
    }

    private static @Nullable LocalDate date(String text) {
        return text.equals(NEVER) ? null : LocalDate.parse(text);
    }
}
