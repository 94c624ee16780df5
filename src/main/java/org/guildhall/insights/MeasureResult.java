package org.guildhall.insights;

import java.util.List;

/** A measure's cells in the period asked for and in the period of comparison. */
public record MeasureResult(
        String code, Measure.Shape shape, Measure.Quantity quantity, List<Cell> cells, List<Cell> previous) {}
