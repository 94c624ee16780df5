package org.guildhall.insights;

/**
 * A defined quantity: one statement that decomposes it by member, so that a figure and the members behind it can't differ.
 *
 * <p>{@code sql} runs over the copy's tables, already limited to what the reader may see, and yields the columns {@code k1},
 * {@code k2} (text keys of the cell, {@code ''} where there is none), {@code member}, {@code value} and {@code base}
 * (integers; base is null but for shares). The figure of a cell is Σ value, or Σ value / Σ base for a share. Parameters:
 * {@code :from} and {@code :to} (company dates, inclusive), {@code :active_days}, {@code :repeat_purchases}. Its rule in
 * words is the text {@code measures.<code>.definition}.
 */
public record Measure(String code, Shape shape, Quantity quantity, String sql) {

    /** How the cells lie. */
    public enum Shape {
        /** One cell, or one per currency in {@code k1}. */
        FIGURE,
        /** One cell per month {@code k1} (2026-03). */
        SERIES,
        /** One cell per value of an attribute {@code k1}. */
        MIX,
        /** One cell per former {@code k1} and later {@code k2} value. */
        FLOW,
        /** One cell per month of the first purchase {@code k1} and months since then {@code k2}; base is the cell at 0. */
        COHORTS
    }

    /** What is counted. */
    public enum Quantity {
        /** Members. */
        MEMBERS,
        /** Purchases. */
        PURCHASES,
        /** Money in minor units of the currency {@code k1} or {@code k2}. */
        MONEY,
        /** Points. */
        POINTS,
        /** A part of a whole: value out of base. */
        SHARE
    }
}
