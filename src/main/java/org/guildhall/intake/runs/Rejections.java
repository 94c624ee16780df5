package org.guildhall.intake.runs;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.guildhall.intake.ImportField;
import org.guildhall.intake.Rejection;
import org.guildhall.intake.Rule;
import org.guildhall.kernel.Refusal;
import org.guildhall.loyalty.LoyaltyRefusal;
import org.guildhall.loyalty.LoyaltyRefusal.PurchaseDiffers;
import org.guildhall.loyalty.LoyaltyRefusal.ReturnDiffers;
import org.jspecify.annotations.Nullable;

/** Turns other modules' refusals into rejections of rows, and counts. */
final class Rejections {

    private Rejections() {}

    /** A row rejected because a module refused the fact it belongs to. */
    static Rejection because(long row, ImportField field, @Nullable String value, Refusal.Reason reason) {
        if (reason instanceof LoyaltyRefusal loyalty
                && (loyalty instanceof PurchaseDiffers || loyalty instanceof ReturnDiffers)) {
            return Rejection.of(row, field, value, Rule.STORED_DIFFERENTLY);
        }
        if (reason instanceof LoyaltyRefusal.PeriodDiffers) {
            return Rejection.of(row, field, value, Rule.PERIOD_STORED_DIFFERENTLY);
        }
        var broken = reason.fields().stream().findFirst();
        Map<String, Object> facts = new HashMap<>();
        facts.put("code", reason.code());
        broken.ifPresent(one -> facts.put("rule", one.rule()));
        return new Rejection(
                row,
                broken.map(one -> columnOf(one.field(), field)).orElse(field),
                broken.map(Refusal.Field::value).orElse(value),
                Rule.REFUSED,
                facts);
    }

    /** The column in which a reader of the file finds what was refused. */
    private static ImportField columnOf(String refused, ImportField otherwise) {
        var name = refused.split("\\.", 2)[0];
        return switch (name) {
            case "number" -> ImportField.MEMBER_NUMBER;
            case "external" -> ImportField.EXTERNAL_ID;
            case "mobile" -> ImportField.MOBILE;
            case "name" -> ImportField.NAME;
            case "email" -> ImportField.EMAIL;
            case "birthday" -> ImportField.BIRTHDAY;
            case "joinedOn" -> ImportField.JOINED_ON;
            case "leftOn" -> ImportField.LEFT_ON;
            case "address" -> ImportField.ADDRESS;
            case "tags" -> ImportField.TAGS;
            case "attributes" -> ImportField.ATTRIBUTE;
            case "occurredAt" -> ImportField.OCCURRED_AT;
            case "total" -> refused.endsWith("currency") ? ImportField.CURRENCY : ImportField.AMOUNT;
            default -> otherwise;
        };
    }

    /** Rejected rows by each rule that they break: a row with two faults counts under both. */
    static Map<String, Long> byRule(List<Rejection> rejections) {
        var counts = new TreeMap<String, Long>();
        var seen = new HashSet<String>();
        for (var rejection : rejections) {
            if (seen.add(rejection.row() + " " + rejection.rule())) {
                counts.merge(rejection.rule().name(), 1L, Long::sum);
            }
        }
        return counts;
    }

    static long rows(List<Rejection> rejections) {
        return rejections.stream().mapToLong(Rejection::row).distinct().count();
    }
}
