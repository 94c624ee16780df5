package org.guildhall.checkout.payments;

import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guildhall.access.Access;
import org.guildhall.access.Audit;
import org.guildhall.access.AuditEntry;
import org.guildhall.access.Organisation;
import org.guildhall.access.Scopes;
import org.guildhall.access.StaffDirectory;
import org.guildhall.checkout.CheckoutPermissions;
import org.guildhall.checkout.CheckoutPolicy;
import org.guildhall.checkout.CheckoutRefusal;
import org.guildhall.checkout.CountTill;
import org.guildhall.checkout.PaymentDay;
import org.guildhall.checkout.PaymentQuery;
import org.guildhall.checkout.PaymentRow;
import org.guildhall.checkout.Payments;
import org.guildhall.jooq.checkout.tables.records.CountRecord;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Ids;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.Slice;
import org.guildhall.kernel.StaffId;
import org.guildhall.kernel.UnitId;
import org.guildhall.platform.RetriedTransaction;
import org.guildhall.policies.Policies;
import org.guildhall.prepaid.PaymentMethod;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows payments within reach and keeps what was counted. */
@Component
class PaymentBook implements Payments {

    private static final String STAFF = "staff:";

    private final Books books;
    private final House house;
    private final Audit audit;
    private final BusinessTime time;
    private final RetriedTransaction transaction;

    PaymentBook(Books books, House house, Audit audit, BusinessTime time, RetriedTransaction transaction) {
        this.books = books;
        this.house = house;
        this.audit = audit;
        this.time = time;
        this.transaction = transaction;
    }

    /** What changed hands, and what was counted of it. */
    @Component
    record Books(MoneySearch money, CountStore counts) {}

    /** Who may, where, and in which currency. */
    @Component
    record House(Access access, Organisation organisation, StaffDirectory people, Policies policies) {}

    @Override
    public Slice<PaymentRow> list(PaymentQuery query) {
        var page = books.money.page(query, house.access.require(CheckoutPermissions.READ));
        var names = house.people.names(page.items().stream()
                .flatMap(row -> staff(row).stream())
                .distinct()
                .toList());
        return page.map(row -> row.by(staff(row).map(names::get).orElse(null)));
    }

    private static Optional<StaffId> staff(PaymentRow row) {
        return row.actor().startsWith(STAFF)
                ? Optional.of(new StaffId(UUID.fromString(row.actor().substring(STAFF.length()))))
                : Optional.empty();
    }

    @Override
    public PaymentDay day(LocalDate day) {
        var scope = house.access.require(CheckoutPermissions.RECONCILE);
        var counts = books.counts.last(day);
        return new PaymentDay(
                day,
                books.money.sums(day, scope).stream()
                        .map(sum -> till(sum, counts))
                        .toList());
    }

    private static PaymentDay.Till till(MoneySearch.Sum sum, Map<CountStore.Place, CountRecord> counts) {
        var expected = sum.in().minus(sum.out());
        var place = new CountStore.Place(
                sum.store(), sum.method(), expected.currency().getCurrencyCode());
        return new PaymentDay.Till(
                new UnitId(sum.store()),
                PaymentMethod.of(sum.method()),
                sum.in(),
                sum.out(),
                expected,
                sum.times(),
                counted(counts.get(place), expected));
    }

    private static PaymentDay.@Nullable Counted counted(@Nullable CountRecord row, Money expected) {
        if (row == null) {
            return null;
        }
        var amount = Money.of(row.getCounted(), row.getCurrency());
        return new PaymentDay.Counted(amount, amount.minus(expected), row.getReason(), row.getActor());
    }

    @Override
    public PaymentDay count(CountTill command, String key) {
        var scope = house.access.require(CheckoutPermissions.RECONCILE);
        if (house.organisation.stores().stream().noneMatch(unit -> unit.id().equals(command.store()))) {
            throw InvalidInput.of("store", command.store(), "open-store");
        }
        if (!Scopes.includes(scope, command.store(), null)) {
            throw Refusal.of(new CheckoutRefusal.StoreOutOfReach(command.store().value()));
        }
        if (command.day().isAfter(time.today())) {
            throw InvalidInput.of("day", command.day(), "not-in-the-future");
        }
        if (command.counted().minor() < 0) {
            throw InvalidInput.of("counted", command.counted().decimal(), "not-negative");
        }
        var currency = currency(command.day());
        if (!command.counted().currency().equals(currency)) {
            throw InvalidInput.of("counted", command.counted().currency(), "in-the-base-currency");
        }
        transaction.run(() -> keep(command, key, currency));
        return day(command.day());
    }

    private void keep(CountTill command, String key, Currency currency) {
        var id = Ids.derived("count|" + key);
        var hash = Ids.derived(command.toString());
        var earlier = books.counts.counted(id);
        if (earlier.isPresent()) {
            if (!earlier.get().equals(hash)) {
                throw Refusal.of(new CheckoutRefusal.CheckoutDiffers(id));
            }
            return;
        }
        var expected = new Money(books.money.expected(command), currency);
        boolean unsaid = command.reason() == null || command.reason().isBlank();
        if (unsaid && !expected.equals(command.counted())) {
            throw Refusal.of(new CheckoutRefusal.DifferenceNeedsReason(expected, command.counted()));
        }
        books.counts.insert(
                command, new CountStore.Count(id, hash, expected.minor(), time.now()), house.access.actor());
        audit.record(AuditEntry.of(
                        "checkout.counted",
                        "store",
                        command.store(),
                        "day",
                        command.day(),
                        "method",
                        command.method().code(),
                        "expected",
                        expected,
                        "counted",
                        command.counted())
                .in(command.store()));
    }

    private Currency currency(LocalDate day) {
        return house.policies
                .inForce(CheckoutPolicy.KIND, day)
                .policy()
                .points()
                .worth()
                .currency();
    }
}
