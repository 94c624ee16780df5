package org.guildhall.ledger;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import org.guildhall.kernel.Money;

/** Names a kind of value that members own, such as points; amounts of different assets never mix. A scalar in JSON. */
public record Asset(@JsonValue String code) implements Comparable<Asset> {

    /** 积分: earned by purchases, spent on rewards, expire. */
    public static final Asset POINTS = new Asset("points");

    /** 成长值: earned beside points, decides the tier, is never spent. */
    public static final Asset GROWTH = new Asset("growth");

    /** 储值本金: money members paid in beforehand, in the smallest unit. */
    public static final Asset PRINCIPAL = new Asset("principal");

    /** 储值赠金: what top-ups brought as a gift. */
    public static final Asset BONUS = new Asset("bonus");

    /** 返利: money that purchases brought back, in the smallest unit. */
    public static final Asset CASHBACK = new Asset("cashback");

    /** 分销佣金: money for purchases of others who were recommended, in the smallest unit. */
    public static final Asset COMMISSION = new Asset("commission");

    public Asset {
        if (!code.matches("[a-z][a-z0-9-]{0,31}")) {
            throw new IllegalArgumentException("asset codes are lower-case words, not " + code);
        }
    }

    /** Reads the JSON or query form. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Asset of(String code) {
        return switch (code) {
            case "points" -> POINTS;
            case "growth" -> GROWTH;
            case "principal" -> PRINCIPAL;
            case "bonus" -> BONUS;
            case "cashback" -> CASHBACK;
            case "commission" -> COMMISSION;
            default -> new Asset(code);
        };
    }

    /** Whether amounts of it are money, in the smallest unit of the base currency. */
    public boolean isMoney() {
        return switch (code) {
            case "principal", "bonus", "cashback", "commission" -> true;
            default -> false;
        };
    }

    /** Facts about amounts of it as a person is told them: amounts of money as money. */
    Map<String, Object> told(Map<String, Object> facts) {
        var told = new LinkedHashMap<>(facts);
        if (isMoney()) {
            told.replaceAll((name, fact) -> fact instanceof Long amount ? Money.cny(amount) : fact);
        }
        return told;
    }

    @Override
    public int compareTo(Asset other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
