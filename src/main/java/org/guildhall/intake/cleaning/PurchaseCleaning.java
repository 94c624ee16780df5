package org.guildhall.intake.cleaning;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.guildhall.intake.ImportField;
import org.guildhall.intake.ImportSettings;
import org.guildhall.intake.ImportSettings.NegativeAmounts;
import org.guildhall.intake.Rule;
import org.guildhall.intake.reading.Row;
import org.jspecify.annotations.Nullable;

/** Turns rows of a file of purchases into clean facts; the same row under the same settings always gives the same. */
public final class PurchaseCleaning implements Cleaning<PurchaseRow> {

    private static final int MOST_CODE = 100;
    private static final int MOST_WORD = 40;
    private static final long MOST_MILLI = 1_000_000_000_000L;

    private final FieldColumns columns;
    private final ImportSettings settings;
    private final Currency currency;
    private final WhoAndWhen whoAndWhen;
    private final Map<String, Currency> currencies = new HashMap<>();

    /** Cleaning by a mapping and settings; the zone is that of times in the file, the instant the bound of the future. */
    public PurchaseCleaning(FieldColumns columns, ImportSettings settings, ZoneId zone, Instant now) {
        this.columns = columns;
        this.settings = settings;
        this.currency = Currency.getInstance(settings.currency());
        this.whoAndWhen = new WhoAndWhen(columns, settings, zone, now);
    }

    @Override
    public Outcome<PurchaseRow> clean(Row row) {
        var findings = new Findings(row.number());
        var surplus = columns.surplus(row);
        if (surplus != null) {
            findings.add(null, surplus, Rule.MORE_CELLS_THAN_COLUMNS);
        }
        var number =
                word(row, findings, ImportField.PURCHASE_NUMBER, MOST_CODE, columns.has(ImportField.PURCHASE_NUMBER));
        var buyer = whoAndWhen.buyer(row, findings);
        var at = whoAndWhen.at(row, findings);
        var money = currency(row, findings);
        var amount = amount(row, findings, money);
        var quantity = quantity(row, findings);
        var store = word(row, findings, ImportField.STORE, MOST_CODE, false);
        var product = word(row, findings, ImportField.PRODUCT, MOST_CODE, false);
        var category = word(row, findings, ImportField.CATEGORY, MOST_CODE, false);
        var payment = word(row, findings, ImportField.PAYMENT, MOST_WORD, false);
        var returnOf = word(row, findings, ImportField.RETURN_OF, MOST_CODE, false);
        if (amount != null && amount < 0 && number == null && returnOf == null) {
            findings.add(ImportField.RETURN_OF, "", Rule.RETURN_OF_NOTHING);
        }
        if (!findings.isEmpty()) {
            return new Outcome.Rejected<>(findings.all(), number);
        }
        if (amount == null) {
            return new Outcome.Left<>();
        }
        return new Outcome.Clean<>(new PurchaseRow(
                row.number(),
                Objects.requireNonNull(buyer),
                amount < 0 && returnOf == null ? number + "/R" : number,
                Objects.requireNonNull(at),
                store,
                product,
                category,
                quantity,
                Math.abs(amount),
                money.getCurrencyCode(),
                payment,
                amount < 0 && returnOf == null ? number : returnOf));
    }

    @Override
    public String partitionKey(PurchaseRow fact) {
        return fact.buyer().key();
    }

    private Currency currency(Row row, Findings findings) {
        var raw = columns.text(row, ImportField.CURRENCY);
        if (raw.isEmpty()) {
            return currency;
        }
        try {
            return currencies.computeIfAbsent(raw, Currencies::of);
        } catch (IllegalArgumentException e) {
            findings.add(ImportField.CURRENCY, raw, Rule.CURRENCY_UNKNOWN);
            return currency;
        }
    }

    /** The amount; null when it is bad, or blank and such rows are left out. */
    private @Nullable Long amount(Row row, Findings findings, Currency money) {
        var raw = columns.text(row, ImportField.AMOUNT);
        var cleaned = Amounts.clean(raw, money.getDefaultFractionDigits(), settings.decimalSign());
        if (cleaned instanceof Cleaned.Blank<Long>) {
            return switch (settings.blankAmounts()) {
                case ZERO -> 0L;
                case SKIP -> null;
                case REJECT -> findings.need(ImportField.AMOUNT, raw, cleaned);
            };
        }
        var amount = findings.take(ImportField.AMOUNT, raw, cleaned);
        if (amount != null && amount < 0 && settings.negativeAmounts() == NegativeAmounts.REJECT) {
            findings.add(ImportField.AMOUNT, raw, Rule.AMOUNT_NEGATIVE);
        }
        return amount;
    }

    /** Thousandths; a row that says nothing of its quantity has one piece, and so has one with quantity zero. */
    private long quantity(Row row, Findings findings) {
        var raw = columns.text(row, ImportField.QUANTITY);
        var milli = findings.take(ImportField.QUANTITY, raw, Amounts.clean(raw, 3, settings.decimalSign()));
        if (milli == null || milli == 0) {
            return 1000;
        }
        boolean returned = milli < 0 && settings.negativeAmounts() == NegativeAmounts.RETURN;
        if ((milli < 0 && !returned) || Math.abs(milli) > MOST_MILLI) {
            findings.add(ImportField.QUANTITY, raw, Rule.QUANTITY_NOT_POSITIVE);
        }
        return Math.abs(milli);
    }

    private @Nullable String word(Row row, Findings findings, ImportField field, int most, boolean needed) {
        var raw = columns.text(row, field);
        if (raw.isEmpty() && !needed) {
            return null;
        }
        var cleaned = Texts.clean(raw, most);
        return needed ? findings.need(field, raw, cleaned) : findings.take(field, raw, cleaned);
    }
}
