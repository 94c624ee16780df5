package org.guildhall.insights;

import java.util.Map;

/** A measure's definition: the rule in words is the text {@code measures.<code>.definition} with these parameters. */
public record MeasureView(
        String code, Measure.Shape shape, Measure.Quantity quantity, Map<String, Integer> parameters, String sql) {}
