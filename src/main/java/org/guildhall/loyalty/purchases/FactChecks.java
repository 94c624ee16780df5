package org.guildhall.loyalty.purchases;

import java.time.Instant;
import java.time.LocalDate;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Refusal;
import org.guildhall.loyalty.LoyaltyRefusal;
import org.guildhall.loyalty.PurchaseFact;
import org.guildhall.loyalty.ReturnFact;
import org.guildhall.loyalty.replay.RuleBook;
import org.jspecify.annotations.Nullable;

/** What a fact must keep to be recorded at all, judged by itself and the rules of its day. */
public final class FactChecks {

    /** The largest amount of one purchase, in the smallest unit. */
    static final long MOST_MINOR = 10_000_000_000_000L;

    private static final long MOST_QUANTITY = 1_000_000_000_000L;
    private static final int MOST_LINES = 1_000;
    private static final int LONGEST_NUMBER = 200;
    private static final LocalDate EARLIEST = LocalDate.of(1970, 1, 2);

    private final BusinessTime time;
    private final RuleBook book;

    FactChecks(BusinessTime time, RuleBook book) {
        this.time = time;
        this.book = book;
    }

    /** Why the purchase can't be recorded, or null. */
    Refusal.@Nullable Reason of(PurchaseFact fact) {
        var reason = key(fact.source(), fact.number());
        reason = reason == null ? when(fact.occurredAt()) : reason;
        reason = reason == null ? amount("total", fact.total()) : reason;
        if (reason != null) {
            return reason;
        }
        var currency = fact.total().currency();
        var exchange = book.at(time.dateOf(fact.occurredAt())).earning().exchange();
        if (!exchange.accepts(currency)) {
            return new LoyaltyRefusal.CurrencyNotAccepted(currency.getCurrencyCode(), exchange.accepted());
        }
        return lines(fact);
    }

    private static Refusal.@Nullable Reason lines(PurchaseFact fact) {
        if (fact.lines().isEmpty()) {
            return null;
        }
        if (fact.lines().size() > MOST_LINES) {
            return new LoyaltyRefusal.TooLarge(
                    "lines", Integer.toString(fact.lines().size()), MOST_LINES);
        }
        long sum = 0;
        for (int i = 0; i < fact.lines().size(); i++) {
            var line = fact.lines().get(i);
            var field = "lines[" + i + "].";
            var reason = amount(field + "amount", line.amount());
            if (reason != null) {
                return reason;
            }
            if (!line.amount().currency().equals(fact.total().currency())) {
                return invalid(field + "amount.currency", line.amount().currency(), "same-currency-as-total");
            }
            if (line.quantityMilli() <= 0) {
                return invalid(field + "quantityMilli", line.quantityMilli(), "above-zero");
            }
            if (line.quantityMilli() > MOST_QUANTITY) {
                return new LoyaltyRefusal.TooLarge(
                        field + "quantityMilli", Long.toString(line.quantityMilli()), MOST_QUANTITY);
            }
            sum += line.amount().minor();
        }
        return sum == fact.total().minor()
                ? null
                : new LoyaltyRefusal.LinesDiffer(new Money(sum, fact.total().currency()), fact.total());
    }

    /** Why the return can't be recorded, or null. */
    Refusal.@Nullable Reason of(ReturnFact fact) {
        var reason = key(fact.source(), fact.number());
        reason = reason == null ? key(fact.source(), fact.purchaseNumber()) : reason;
        reason = reason == null ? when(fact.occurredAt()) : reason;
        if (reason == null && fact.amount() != null) {
            reason = amount("amount", fact.amount());
            if (reason == null && fact.amount().minor() == 0) {
                reason = invalid("amount", "0", "above-zero");
            }
            if (reason == null && !fact.lines().isEmpty()) {
                reason = invalid("amount", fact.amount().decimal(), "lines-or-amount");
            }
        }
        for (int i = 0; reason == null && i < fact.lines().size(); i++) {
            var line = fact.lines().get(i);
            reason = amount("lines[" + i + "].amount", line.amount());
            if (reason == null && (line.line() < 1 || line.quantityMilli() <= 0)) {
                reason = invalid("lines[" + i + "]", line.line() + "×" + line.quantityMilli(), "above-zero");
            }
        }
        return reason;
    }

    private static Refusal.@Nullable Reason key(String source, String number) {
        if (source.isBlank() || source.length() > 40) {
            return invalid("source", source, "1-to-40-characters");
        }
        return number.isBlank() || number.length() > LONGEST_NUMBER
                ? invalid("number", number, "1-to-200-characters")
                : null;
    }

    private Refusal.@Nullable Reason when(Instant at) {
        var now = time.now();
        if (at.isAfter(now)) {
            return new LoyaltyRefusal.InTheFuture(at, now);
        }
        return at.isBefore(time.startOf(EARLIEST)) ? new LoyaltyRefusal.TooLongAgo(at, EARLIEST) : null;
    }

    private static Refusal.@Nullable Reason amount(String field, Money amount) {
        if (amount.minor() < 0) {
            return new LoyaltyRefusal.NegativeAmount(field, amount);
        }
        return amount.minor() > MOST_MINOR
                ? new LoyaltyRefusal.TooLarge(field, amount.decimal().toPlainString(), MOST_MINOR)
                : null;
    }

    private static Refusal.Reason invalid(String field, Object value, String rule) {
        return InvalidInput.of(field, value, rule).reason();
    }
}
