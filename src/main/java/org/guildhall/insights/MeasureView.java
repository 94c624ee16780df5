package org.guildhall.insights;

import java.util.Map;
import org.guildhall.kernel.Explanation;

/**
 * A measure's definition: the rule in words is the text {@code measures.<code>.definition} with these parameters, which the
 * named policy sets; {@code sql} is the statement that computes it.
 */
public record MeasureView(
        String code,
        Measure.Shape shape,
        Measure.Quantity quantity,
        Map<String, Integer> parameters,
        Explanation.Source rule,
        String sql) {}
