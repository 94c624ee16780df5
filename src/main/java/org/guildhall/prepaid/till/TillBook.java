package org.guildhall.prepaid.till;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.ToLongFunction;
import org.guildhall.access.Access;
import org.guildhall.access.Scopes;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.UnitId;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.Ledger;
import org.guildhall.policies.Policies;
import org.guildhall.prepaid.DayView;
import org.guildhall.prepaid.LiabilityView;
import org.guildhall.prepaid.PaymentMethod;
import org.guildhall.prepaid.PrepaidPermissions;
import org.guildhall.prepaid.PrepaidPolicy;
import org.guildhall.prepaid.PrepaidRefusal;
import org.guildhall.prepaid.Tills;
import org.springframework.stereotype.Component;

/** Holds the movements of a day against the ledger, for those whose reach is the whole company. */
@Component
class TillBook implements Tills {

    private static final int MOST_DAYS = 366;

    private final TillStore store;
    private final Ledger ledger;
    private final Policies policies;
    private final Access access;
    private final BusinessTime time;

    TillBook(TillStore store, Ledger ledger, Policies policies, Access access, BusinessTime time) {
        this.store = store;
        this.ledger = ledger;
        this.policies = policies;
        this.access = access;
        this.time = time;
    }

    @Override
    public DayView day(LocalDate day) {
        requireEverything();
        if (day.isAfter(time.today())) {
            throw InvalidInput.of("day", day, "not-in-the-future");
        }
        var moved = store.members(day);
        var books = new ArrayList<DayView.Books>();
        var differences = new ArrayList<DayView.Difference>();
        compare(day, Asset.PRINCIPAL, pick(moved, TillStore.Pots::principal), books, differences);
        compare(day, Asset.BONUS, pick(moved, TillStore.Pots::bonus), books, differences);
        return new DayView(day, stores(day), books, differences);
    }

    @Override
    public LiabilityView liability(LocalDate from, LocalDate to) {
        requireEverything();
        if (to.isBefore(from) || from.plusDays(MOST_DAYS).isBefore(to)) {
            throw InvalidInput.of("to", to, "shorter-period");
        }
        var principal = ledger.balanceRows(Asset.PRINCIPAL);
        return new LiabilityView(
                money(store.total(principal)),
                money(store.total(ledger.balanceRows(Asset.BONUS))),
                money(store.locked()),
                store.holders(principal),
                store.ends(from, to).stream()
                        .map(end -> new LiabilityView.Day(
                                end.day(),
                                money(end.pots().principal()),
                                money(end.pots().bonus())))
                        .toList());
    }

    private void requireEverything() {
        if (!Scopes.includes(access.require(PrepaidPermissions.RECONCILE), null, null)) {
            throw Refusal.of(new PrepaidRefusal.StoreOutOfReach(""));
        }
    }

    private void compare(
            LocalDate day,
            Asset asset,
            Map<MemberId, Long> moved,
            List<DayView.Books> books,
            List<DayView.Difference> differences) {
        var booked = ledger.changes(asset, time.startOf(day), time.startOf(day.plusDays(1)));
        books.add(new DayView.Books(asset.code(), money(sum(moved)), money(sum(booked))));
        var members = new TreeSet<>(moved.keySet());
        members.addAll(booked.keySet());
        for (var member : members) {
            long here = moved.getOrDefault(member, 0L);
            long there = booked.getOrDefault(member, 0L);
            if (here != there) {
                differences.add(new DayView.Difference(member, asset.code(), money(here), money(there)));
            }
        }
    }

    private List<DayView.StoreDay> stores(LocalDate day) {
        var byStore = new LinkedHashMap<Optional<UUID>, List<TillStore.Line>>();
        store.lines(day)
                .forEach(line -> byStore.computeIfAbsent(Optional.ofNullable(line.store()), key -> new ArrayList<>())
                        .add(line));
        var stores = new ArrayList<DayView.StoreDay>();
        byStore.forEach((where, lines) -> stores.add(new DayView.StoreDay(
                where.map(UnitId::new).orElse(null),
                lines.stream().flatMap(line -> method(line).stream()).toList(),
                money(lines.stream().mapToLong(TillStore.Line::principal).sum()),
                money(lines.stream().mapToLong(TillStore.Line::bonus).sum()),
                lines.stream().mapToLong(TillStore.Line::times).sum())));
        return stores;
    }

    private Optional<DayView.ByMethod> method(TillStore.Line line) {
        return Optional.ofNullable(line.method())
                .map(code -> new DayView.ByMethod(PaymentMethod.of(code), money(line.in()), money(line.out())));
    }

    private static Map<MemberId, Long> pick(Map<MemberId, TillStore.Pots> moved, ToLongFunction<TillStore.Pots> pot) {
        var picked = new LinkedHashMap<MemberId, Long>();
        moved.forEach((member, pots) -> picked.put(member, pot.applyAsLong(pots)));
        return picked;
    }

    private static long sum(Map<MemberId, Long> changes) {
        return changes.values().stream().mapToLong(Long::longValue).sum();
    }

    private Money money(long minor) {
        return new Money(minor, currency());
    }

    private Currency currency() {
        return policies.inForce(PrepaidPolicy.KIND, time.today())
                .policy()
                .caps()
                .named()
                .currency();
    }
}
