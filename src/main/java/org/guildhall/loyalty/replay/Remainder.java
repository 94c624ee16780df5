package org.guildhall.loyalty.replay;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Refusal;
import org.guildhall.loyalty.LineFact;
import org.guildhall.loyalty.LoyaltyRefusal;
import org.guildhall.loyalty.PurchaseFact;
import org.guildhall.loyalty.ReturnFact;
import org.guildhall.loyalty.earning.Basket;
import org.jspecify.annotations.Nullable;

/**
 * What is left of a purchase after returns.
 *
 * <p>A line whose whole quantity, or whole amount, came back counts as given back entirely. An amount without lines is spread
 * over what is left of the lines in proportion, and what does not divide goes to the first ones.
 */
public final class Remainder {

    private final PurchaseFact purchase;
    private final long[] left;
    private final long[] quantities;
    private long total;
    private boolean gone;

    /** The whole purchase. */
    public Remainder(PurchaseFact purchase) {
        this.purchase = purchase;
        var lines = purchase.lines();
        left = new long[lines.size()];
        quantities = new long[lines.size()];
        for (int i = 0; i < left.length; i++) {
            LineFact line = lines.get(i);
            left[i] = line.amount().minor();
            quantities[i] = line.quantityMilli();
        }
        total = purchase.total().minor();
    }

    /** What is left of a purchase after these returns. */
    public static Remainder after(PurchaseFact purchase, List<ReturnFact> returns) {
        var remainder = new Remainder(purchase);
        returns.forEach(remainder::giveBack);
        return remainder;
    }

    /** What is left in all, in the smallest unit. */
    public long total() {
        return total;
    }

    /** What is left of a line, counted from 0, in the smallest unit. */
    long line(int at) {
        return Math.max(0, left[at]);
    }

    /** Whether everything was given back. */
    public boolean isGone() {
        return gone;
    }

    Basket basket() {
        return new Basket(purchase, total, left);
    }

    /** Why this return goes beyond what is left, or null when it does not. */
    public Refusal.@Nullable Reason beyond(ReturnFact returned) {
        var number = returned.purchaseNumber();
        if (gone) {
            return new LoyaltyRefusal.ReturnedEntirely(number);
        }
        if (returned.amount() != null && !isOfCurrency(returned.amount())) {
            var code = returned.amount().currency().getCurrencyCode();
            return InvalidInput.of("amount.currency", code, "same-currency-as-total")
                    .reason();
        }
        for (int i = 0; i < returned.lines().size(); i++) {
            var line = returned.lines().get(i);
            var field = "lines[" + i + "].";
            int at = line.line() - 1;
            if (at >= left.length) {
                return new LoyaltyRefusal.BeyondPurchase(number, field + "line", line.line(), left.length);
            }
            if (line.quantityMilli() > quantities[at]) {
                return new LoyaltyRefusal.BeyondPurchase(
                        number, field + "quantityMilli", pieces(line.quantityMilli()), pieces(quantities[at]));
            }
            if (!isOfCurrency(line.amount())) {
                var code = line.amount().currency().getCurrencyCode();
                return InvalidInput.of(field + "amount.currency", code, "same-currency-as-total")
                        .reason();
            }
            if (line.amount().minor() > Math.max(0, left[at])) {
                return beyond(number, field + "amount", line.amount(), Math.max(0, left[at]));
            }
        }
        if (returned.lines().isEmpty()
                && returned.amount() != null
                && returned.amount().minor() > total) {
            return beyond(number, "amount", returned.amount(), total);
        }
        return null;
    }

    private static LoyaltyRefusal beyond(String purchase, String field, Money asked, long left) {
        return new LoyaltyRefusal.BeyondPurchase(purchase, field, asked, new Money(left, asked.currency()));
    }

    /** Thousandths of a piece as a reader writes them: 2000 as 2, 500 as 0.5. */
    private static String pieces(long milli) {
        return BigDecimal.valueOf(milli, 3).stripTrailingZeros().toPlainString();
    }

    /** Takes a return off what is left, as far as something is left. */
    public void giveBack(ReturnFact returned) {
        if (!returned.lines().isEmpty()) {
            for (var line : returned.lines()) {
                if (line.line() <= left.length && isOfCurrency(line.amount())) {
                    line(line.line() - 1, line.quantityMilli(), line.amount().minor());
                }
            }
        } else if (returned.amount() != null) {
            amount(isOfCurrency(returned.amount()) ? returned.amount().minor() : 0);
        } else {
            amount(total);
            gone = true;
        }
        gone = gone || entirelyBack();
    }

    /** A return that was known before its purchase may turn out to be in another currency; it then gives nothing back. */
    private boolean isOfCurrency(Money amount) {
        return amount.currency().equals(purchase.total().currency());
    }

    private void line(int i, long quantity, long amount) {
        if (left[i] == Basket.GONE) {
            return;
        }
        quantities[i] = Math.max(0, quantities[i] - quantity);
        boolean whole = quantities[i] == 0;
        take(i, whole ? left[i] : Math.min(left[i], amount));
        if (whole) {
            left[i] = Basket.GONE;
        }
    }

    private void amount(long wanted) {
        long amount = Math.min(total, wanted);
        if (left.length == 0) {
            total -= amount;
            return;
        }
        long before = total;
        long rest = amount;
        var shares = new long[left.length];
        for (int i = 0; i < left.length; i++) {
            shares[i] = left[i] <= 0 ? 0 : share(left[i], amount, before);
            rest -= shares[i];
        }
        for (int i = 0; i < left.length; i++) {
            long more = left[i] <= 0 ? 0 : Math.min(rest, left[i] - shares[i]);
            rest -= more;
            take(i, shares[i] + more);
        }
    }

    private void take(int i, long amount) {
        if (amount > 0) {
            left[i] -= amount;
            total -= amount;
            if (left[i] == 0) {
                left[i] = Basket.GONE;
                quantities[i] = 0;
            }
        }
    }

    private boolean entirelyBack() {
        if (left.length == 0) {
            return total == 0 && purchase.total().minor() > 0;
        }
        for (long amount : left) {
            if (amount != Basket.GONE) {
                return false;
            }
        }
        return true;
    }

    private static long share(long part, long amount, long whole) {
        return BigInteger.valueOf(part)
                .multiply(BigInteger.valueOf(amount))
                .divide(BigInteger.valueOf(whole))
                .longValueExact();
    }
}
