package org.guildhall.insights.copy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guildhall.insights.Period;
import org.jspecify.annotations.Nullable;

/** Computes every measure from plain records, without SQL: what a careful person with a pencil would count. */
final class Oracle {

    /** What one member adds to one cell. */
    record Part(String k1, String k2, UUID member, long value, long base) {}

    private final World world;
    private final Period period;
    private final int activeDays;
    private final Predicate<World.Member> memberVisible;
    private final Predicate<World.Sale> saleVisible;

    Oracle(World world, Period period, int activeDays, Predicate<World.Member> members, Predicate<World.Sale> sales) {
        this.world = world;
        this.period = period;
        this.activeDays = activeDays;
        this.memberVisible = members;
        this.saleVisible = sales;
    }

    Map<String, List<Part>> all() {
        var all = new LinkedHashMap<String, List<Part>>();
        all.put("members", present(period.to()).map(m -> part("", "", m)).toList());
        all.put("new-members", joined().map(m -> part("", "", m)).toList());
        all.put(
                "new-members-by-month",
                joined().map(m -> part(month(m.joinedOn()), "", m)).toList());
        all.put(
                "members-by-unit",
                present(period.to()).map(m -> part(text(m.unit()), "", m)).toList());
        all.put("revenue", turnover((s, day) -> s.currency(), s -> ""));
        all.put("revenue-by-month", turnover((s, day) -> month(day), World.Sale::currency));
        all.put("revenue-by-unit", turnover((s, day) -> text(s.unit()), World.Sale::currency));
        all.put(
                "sales-by-category",
                purchases().filter(this::within).map(this::byCategory).toList());
        all.put(
                "purchases",
                purchases()
                        .filter(this::within)
                        .map(s -> part("", "", s.member()))
                        .toList());
        all.put("active-members", active());
        all.put("repeat-rate", repeat());
        all.put("retention", retention());
        all.put(
                "tier-mix",
                present(period.to()).map(m -> part(tier(m, period.to()), "", m)).toList());
        all.put("tier-migration", migration());
        all.put("points-issued", points("issued", 1));
        all.put("points-redeemed", points("redeemed", -1));
        all.put("points-expired", points("expired", -1));
        all.put(
                "points-outstanding",
                entries()
                        .filter(e -> !e.day().isAfter(period.to()))
                        .map(e -> new Part("", "", e.member().id(), e.amount(), 0))
                        .toList());
        all.put(
                "points-by-month",
                entries()
                        .filter(e -> within(e.day()))
                        .map(e ->
                                new Part(month(e.day()), e.contra(), e.member().id(), e.amount(), 0))
                        .toList());
        return all;
    }

    private Stream<World.Member> present(LocalDate on) {
        return world.members.stream()
                .filter(memberVisible)
                .filter(m -> !m.status().equals("applicant"))
                .filter(m -> !m.joinedOn().isAfter(on)
                        && (m.leftOn() == null || m.leftOn().isAfter(on)));
    }

    private Stream<World.Member> joined() {
        return world.members.stream()
                .filter(memberVisible)
                .filter(m -> !m.status().equals("applicant") && within(m.joinedOn()));
    }

    private Stream<World.Sale> purchases() {
        return world.sales.stream().filter(saleVisible).filter(s -> !s.voided());
    }

    private List<Part> turnover(
            java.util.function.BiFunction<World.Sale, LocalDate, String> k1,
            java.util.function.Function<World.Sale, String> k2) {
        var parts = new ArrayList<Part>();
        purchases().forEach(sale -> {
            if (within(sale)) {
                parts.add(new Part(
                        k1.apply(sale, sale.day()),
                        k2.apply(sale),
                        sale.member().id(),
                        sale.amount(),
                        0));
            }
            cameBack(sale).forEach((back, amount) -> {
                if (within(back.day())) {
                    parts.add(new Part(
                            k1.apply(sale, back.day()),
                            k2.apply(sale),
                            sale.member().id(),
                            -amount,
                            0));
                }
            });
        });
        return parts;
    }

    /** The first of the returns that state no amount takes all that the others leave. */
    private Map<World.Back, Long> cameBack(World.Sale sale) {
        var backs = world.backs.stream()
                .filter(back -> back.sale().equals(sale) && !back.voided())
                .sorted(Comparator.comparing(World.Back::day)
                        .thenComparing(back -> back.id().toString()))
                .toList();
        long left = sale.amount()
                - backs.stream()
                        .mapToLong(back -> back.amount() == null ? 0 : back.amount())
                        .sum();
        var amounts = new HashMap<World.Back, Long>();
        for (var back : backs) {
            if (back.amount() == null) {
                amounts.put(back, left);
                left = 0;
            } else {
                amounts.put(back, back.amount());
            }
        }
        return amounts;
    }

    private Part byCategory(World.Sale sale) {
        return new Part(
                Objects.requireNonNullElse(sale.category(), ""),
                sale.currency(),
                sale.member().id(),
                sale.amount(),
                0);
    }

    private List<Part> active() {
        return purchases()
                .filter(s -> !s.day().isAfter(period.to())
                        && s.day().isAfter(period.to().minusDays(activeDays)))
                .map(World.Sale::member)
                .distinct()
                .map(m -> part("", "", m))
                .toList();
    }

    private List<Part> repeat() {
        return purchases()
                .filter(this::within)
                .collect(Collectors.groupingBy(World.Sale::member, Collectors.counting()))
                .entrySet()
                .stream()
                .map(e -> new Part("", "", e.getKey().id(), e.getValue() >= 2 ? 1 : 0, 1))
                .toList();
    }

    private List<Part> retention() {
        var first = new HashMap<World.Member, LocalDate>();
        purchases().forEach(s -> first.merge(s.member(), s.day(), (a, b) -> a.isBefore(b) ? a : b));
        Set<Part> parts = new HashSet<>();
        purchases().filter(s -> !s.day().isAfter(period.to())).forEach(s -> {
            var start = Objects.requireNonNull(first.get(s.member()));
            if (within(start)) {
                long months = ChronoUnit.MONTHS.between(YearMonth.from(start), YearMonth.from(s.day()));
                parts.add(part(month(start), "%03d".formatted(months), s.member()));
            }
        });
        return List.copyOf(parts);
    }

    private List<Part> migration() {
        return world.members.stream()
                .filter(memberVisible)
                .filter(m -> !m.status().equals("applicant") && m.joinedOn().isBefore(period.from()))
                .filter(m -> m.leftOn() == null || m.leftOn().isAfter(period.to()))
                .map(m -> part(tier(m, period.from().minusDays(1)), tier(m, period.to()), m))
                .toList();
    }

    private String tier(World.Member member, LocalDate on) {
        return world.steps.stream()
                .filter(s ->
                        s.member().equals(member) && standing(s) && !s.day().isAfter(on))
                .max(Comparator.comparing(World.Step::at).thenComparingLong(World.Step::ordinal))
                .map(World.Step::tier)
                .orElse("regular");
    }

    private boolean standing(World.Step step) {
        return step.withdraws() == null
                && world.steps.stream()
                        .noneMatch(w -> w.member().equals(step.member())
                                && w.withdraws() != null
                                && w.withdraws() == step.ordinal());
    }

    private List<Part> points(String contra, int sign) {
        return entries()
                .filter(e -> e.contra().equals(contra) && within(e.day()))
                .map(e -> new Part("", "", e.member().id(), sign * e.amount(), 0))
                .toList();
    }

    private Stream<World.Entry> entries() {
        return world.entries.stream()
                .filter(e -> memberVisible.test(e.member()) && e.asset().equals("points"));
    }

    private boolean within(World.Sale sale) {
        return within(sale.day());
    }

    private boolean within(LocalDate day) {
        return !day.isBefore(period.from()) && !day.isAfter(period.to());
    }

    private static Part part(String k1, String k2, World.Member member) {
        return new Part(k1, k2, member.id(), 1, 0);
    }

    private static String month(LocalDate day) {
        return YearMonth.from(day).toString();
    }

    private static String text(@Nullable UUID id) {
        return id == null ? "" : id.toString();
    }

    /** The parts of a measure summed to cells: key → value, base. */
    static Map<List<String>, List<Long>> cells(List<Part> parts) {
        var cells = new TreeMap<List<String>, List<Long>>(Comparator.comparing(Object::toString));
        for (var part : parts) {
            cells.merge(
                    List.of(part.k1(), part.k2()),
                    List.of(part.value(), part.base()),
                    (a, b) -> List.of(a.get(0) + b.get(0), a.get(1) + b.get(1)));
        }
        return cells;
    }
}
